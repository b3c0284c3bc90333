"""OPA, timed as `peers time` does: `opa.py LIBRARY FOLDER N SECONDS`, the rules as `peers rego` prints them on the standard input.

LIBRARY is libopabridge.so of the package opa-golib-python-bindings. OPA is asked through ctypes and JSON, which takes some
10 microseconds of each decision; its threads are many, so that the time is that of the whole process.
"""

import ctypes
import json
import sys
import time


def library(name):
    opa = ctypes.CDLL(name)
    pointer, number, text, whole = ctypes.c_void_p, ctypes.c_uint64, ctypes.c_char_p, ctypes.c_int
    opa.OpaNew.restype = number
    opa.OpaFreeString.argtypes = [pointer]
    opa.OpaAddPolicy.restype = pointer
    opa.OpaAddPolicy.argtypes = [number, text, text]
    opa.OpaEvalDocument.restype = pointer
    opa.OpaEvalDocument.argtypes = [number, text, text, whole, whole]
    return opa


def main():
    name, folder, size, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    opa = library(name)

    def take(pointer):
        text = ctypes.string_at(pointer)
        opa.OpaFreeString(pointer)
        return text

    with open(f"{folder}/contacts.json", encoding="utf-8") as file:
        contacts = [json.dumps(contact).encode() for contact in json.load(file)["contacts"]]
    with open(f"{folder}/answers-{size}.json", encoding="utf-8") as file:
        answers = json.load(file)
    rules = sys.stdin.buffer.read()
    before = time.process_time()
    engine = opa.OpaNew()
    told = take(opa.OpaAddPolicy(engine, b"r.rego", rules))
    first = take(opa.OpaEvalDocument(engine, b"r.rule", contacts[0], 0, 0))
    load = time.process_time() - before
    line = {"tool": "OPA 1.20.2", "rules": int(size)}
    if b"expressions" not in first:
        print(json.dumps(line | {"cannot": (told + first)[:120].decode()}))
        return

    def answer(text):
        found = json.loads(text)
        while not isinstance(found, list):
            found = found["result"]
        return found[0]["expressions"][0]["value"]

    wrong, seen, started = 0, [], time.perf_counter()
    for at in range(len(contacts)):
        place = at * 7919 % len(contacts)
        wrong += answer(take(opa.OpaEvalDocument(engine, b"r.rule", contacts[place], 0, 0))) != answers[place]
        seen.append(place)
        if time.perf_counter() - started > seconds:
            break
    times, started = [], time.perf_counter()
    while time.perf_counter() - started < seconds:
        for place in seen:
            before = time.process_time_ns()
            decision = opa.OpaEvalDocument(engine, b"r.rule", contacts[place], 0, 0)
            times.append(time.process_time_ns() - before)
            opa.OpaFreeString(decision)
            if time.perf_counter() - started > seconds:
                break
    times.sort()
    line |= {
        "decide_ns": times[len(times) // 2],
        "prepare_ns": 0,
        "load_ms": load * 1000,
        "compared": len(seen),
        "wrong": wrong,
    }
    print(json.dumps(line))


main()
