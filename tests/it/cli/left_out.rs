//! Which contacts no rule fits is told by what they have in common, or by the few names that they do not have.

use super::runs::Place;

const SHOP: &str = "\
format: 1
strategy: Lamp Shop
time zone: Europe/London
customers:
  Members:
    recognised by: tier is gold
  Staff:
    recognised by: tier is staff
  Everyone else:
    who: all others
contact types:
  Fault:
    gravity: high
  Order:
    gravity: low
  Question:
    everything else: yes
channels:
  phone:
    address: 555
  chat:
    address: lamp.example
  email:
    address: a@lamp.example
hours:
  Desk:
    channels: phone, chat, email
    open: Mon-Fri 09:00-17:00
routing:
  First:
    when: WHEN
    send to: Team
agent groups:
  Team:
    people: 3
";

#[test]
fn the_fewer_names_are_told() {
    let place = Place::bare();
    for (when, left_out) in [
        ("contact type is Fault", "every contact but \"Fault\"; share unknown."),
        ("contact type is Fault, Order", "\"Question\"; share unknown."),
        ("channel is phone", "every contact on any channel but \"phone\"; share unknown."),
        ("customer is Members", "every contact from anybody but \"Members\"; share unknown."),
        ("customer is Members, Staff", "every contact from \"Everyone else\"; share unknown."),
    ] {
        place.write("lamp.strategy.yaml", SHOP.replace("WHEN", when));
        let ran = place.run(&["check", "lamp.strategy.yaml"]);
        let told = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&format!("Left out: {left_out}")), "{when}: {told}");
    }
}
