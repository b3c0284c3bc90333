"""The questions of `analyses`, asked of z3: `z3_analyses.py FOLDER N SECONDS`, a line of JSON an answer.

Names are numbers of a list, numbers may have fractions, yes and no are true and false. Each question stops after SECONDS of work.
"""

import json
import resource
import sys
import time

import z3


def say(question, milliseconds, answer, **more):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = {"tool": f"z3 {z3.get_version_string()}", "question": question, "cpu_ms": milliseconds, "answer": answer}
    print(json.dumps(line | {"peak_mb": peak} | more), flush=True)


class Space:
    """The attributes as variables, and what they can be."""

    def __init__(self, attributes):
        self.variables, self.places, self.bounds = {}, {}, []
        for attribute in attributes:
            name = attribute["name"]
            if attribute["type"] == "bool":
                self.variables[name] = z3.Bool(name)
                continue
            if attribute["type"] == "enum":
                self.places[name] = {value: at for at, value in enumerate(attribute["values"])}
                kind, least, most = z3.Int, 0, len(attribute["values"]) - 1
            else:
                # As in a strategy: between 5 and 6 there is 5.5, which no rule for whole numbers may forget.
                kind, least, most = z3.Real, attribute["min"], attribute["max"]
            variable = self.variables[name] = kind(name)
            self.bounds += [variable >= least, variable <= most]

    def when(self, asked):
        """All conditions of a rule."""
        tests = []
        for name, test in asked.items():
            variable, places = self.variables[name], self.places.get(name)
            if "in" in test:
                tests.append(z3.Or([variable == places[value] for value in test["in"]]))
            if "not_in" in test:
                tests.append(z3.And([variable != places[value] for value in test["not_in"]]))
            if "ge" in test:
                tests.append(variable >= test["ge"])
            if "le" in test:
                tests.append(variable <= test["le"])
            if "eq" in test:
                tests.append(variable if test["eq"] else z3.Not(variable))
        return z3.And(tests) if tests else z3.BoolVal(True)

    def solver(self, seconds):
        solver = z3.SolverFor("QF_LIRA")
        solver.set("timeout", int(seconds * 1000))
        solver.add(self.bounds)
        return solver


def possible(solver, question):
    solver.push()
    solver.add(question)
    answer = solver.check()
    solver.pop()
    return answer


def main():
    folder, size, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    with open(f"{folder}/rules-{size}.json", encoding="utf-8") as file:
        rules = json.load(file)
    start = time.process_time()
    space = Space(rules["attributes"])
    conditions = [space.when(rule["when"]) for rule in rules["rules"][:-1]]
    guarantees = [space.when(asked) for asked in rules["guarantees"]]
    say("ready", (time.process_time() - start) * 1000, None)

    start = time.process_time()
    solver = space.solver(seconds)
    solver.add([z3.Not(condition) for condition in conditions])
    words = {"sat": "gap", "unsat": "complete", "unknown": "gave up"}
    answer = words[str(solver.check())]
    say("gap", (time.process_time() - start) * 1000, answer)

    start = time.process_time()
    solver = space.solver(seconds)
    never, done = [], 0
    for rule, condition in enumerate(conditions):
        if time.process_time() - start > seconds:
            break
        answer = possible(solver, condition)
        if answer == z3.unsat:
            never.append(rule)
        else:
            solver.add(z3.Not(condition))
        done += answer != z3.unknown
    more = {} if done == len(conditions) else {"gave_up": f"after {done} of {len(conditions)} rules", "done": done}
    say("wins", (time.process_time() - start) * 1000, never, **more)

    start = time.process_time()
    solver = space.solver(seconds)
    solver.add([z3.Not(condition) for condition in conditions])
    words = {"sat": "fails", "unsat": "holds", "unknown": "unknown"}
    answers = [words[str(possible(solver, guarantee))] for guarantee in guarantees]
    say("guarantees", (time.process_time() - start) * 1000, answers)


main()
