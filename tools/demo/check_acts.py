"""Reads acts the way the rules do and stops at the first that would be refused: who may do what,
from which phase, in which order. No personal data may stand where it is not sealed."""

import json
import sys
from datetime import date, datetime

from book import WorkingDays

DECIDED = {"classified", "assigned", "accepted", "in_progress", "forwarded",
           "forward_acknowledged", "external_result_received", "answer_drafted", "reopened"}
# act: (roles, phases it is allowed from, phase after it; None = stays)
ISSUE = {
    "answer-on-the-spot": ("chair officer cchc_officer", {"recorded"}, "answered_on_the_spot"),
    "note": ("cchc_officer", {"recorded"}, "noted"),
    "classify": ("cchc_officer chair", {"recorded"}, "classified"),
    "assign": ("cchc_officer chair",
               {"classified", "assigned", "accepted", "in_progress", "reopened"}, "assigned"),
    "accept": ("officer", {"assigned"}, "accepted"),
    "note-progress": ("officer cchc_officer khom_head",
                      {"accepted", "in_progress", "forwarded", "forward_acknowledged",
                       "external_result_received"}, None),
    "request-extension": ("officer", {"assigned", "accepted", "in_progress", "answer_drafted"},
                          None),
    "approve-extension": ("chair", DECIDED, None),
    "refuse-extension": ("chair", DECIDED, None),
    "hand-over": ("chair cchc_officer", {"classified"}, "handed_over"),
    "forward": ("chair cchc_officer", {"classified", "assigned", "accepted", "in_progress"},
                "forwarded"),
    "acknowledge-forward": ("cchc_officer clerk", {"forwarded"}, "forward_acknowledged"),
    "record-external-result": ("cchc_officer clerk", {"forwarded", "forward_acknowledged"},
                               "external_result_received"),
    "tell-external-result": ("cchc_officer clerk khom_head", {"external_result_received"},
                             "external_result_told"),
    "draft-answer": ("officer", {"accepted", "in_progress", "answer_drafted"}, "answer_drafted"),
    "send-back-answer": ("cchc_officer chair", {"answer_drafted"}, None),
    "approve-answer": ("chair", {"answer_drafted"}, "answer_approved"),
    "issue-notice": ("clerk chair", {"answer_approved"}, "notice_issued"),
    "record-delivery": ("clerk cchc_officer khom_head", {"notice_issued"}, "notice_delivered"),
    "close": ("cchc_officer", {"notice_delivered", "external_result_told"}, "closed"),
    "ask-feedback": ("cchc_officer supervisor", {"closed", "answered_on_the_spot"}, None),
    "record-feedback": ("cchc_officer khom_head supervisor", {"closed", "answered_on_the_spot"},
                        None),
    "reopen": ("chair", {"closed", "answered_on_the_spot", "noted", "external_result_told"},
               "reopened"),
}
DIALOGUE = {
    "announce": ("cchc_officer clerk", {"scheduled"}, "announced"),
    "open": ("cchc_officer chair", {"scheduled", "announced"}, "opened"),
    "record-attendance": ("cchc_officer officer khom_head", {"opened"}, None),
    "record-opinion": ("cchc_officer officer khom_head", {"opened"}, None),
    "redirect-denunciation": ("cchc_officer chair", {"opened", "closed"}, None),
    "close": ("cchc_officer chair", {"opened"}, "closed"),
    "sign-minutes": ("chair cchc_officer", {"closed"}, "minutes_signed"),
}
PLAN = {"draft": ("cchc_officer", {"absent"}, "drafted"),
        "approve": ("chair", {"drafted"}, "approved"),
        "publish": ("cchc_officer clerk", {"approved"}, "published")}
REPORT = {"freeze": ("cchc_officer", {"absent", "frozen", "drafted"}, "frozen"),
          "draft": ("cchc_officer", {"frozen", "drafted"}, "drafted"),
          "sign": ("chair", {"drafted"}, "signed"),
          "submit": ("cchc_officer", {"signed"}, "submitted"),
          "acknowledge": ("home_affairs", {"submitted"}, "acknowledged")}
TABLES = {"dialogues": DIALOGUE, "issues": ISSUE, "plans": PLAN, "reports": REPORT}

# The signer of the plan the year is run under is a real person and never one of ours.
NEVER_A_PERSON = "Minh Hiếu"
PERSONAL = {"words", "name", "phone", "address", "host_address"}


class Refused(Exception):
    pass


def need(condition, reason):
    if not condition:
        raise Refused(reason)


class Matter:
    def __init__(self, khom, received):
        self.khom, self.received = khom, received
        self.assignee = self.complexity = self.type = self.effective = None
        self.pending = self.asked = self.sent_back = False
        self.extensions = 0


class Checker:
    def __init__(self):
        self.days = WorkingDays()
        self.phases, self.roles = {}, {"admin": ("admin", [])}
        self.officials, self.khoms = set(), set()
        self.dialogues, self.matters, self.residents = {}, {}, set()
        self.opinions, self.happened_last = set(), {}
        self.personal, self.clear = set(), []

    # ---- the common part of every act

    def take(self, line):
        now = datetime.fromisoformat(line["at"])
        role, scope = self.roles.get(line["by"], (None, []))
        need(role, f"{line['by']} has no role")
        kind, *rest = line["post"].split("/")
        body = line.get("body", {})
        told = body.get("happened")
        self.on = date.fromisoformat(told[:10]) if told else now.date()
        need(self.on <= now.date(), "happened in the future")
        self.note_texts(body)
        if kind in ("ward", "calendar", "policy", "users"):
            need(role == "admin", "only admin")
            self.set_up(kind, rest, body)
        elif line["post"] == "dialogues":
            need(role in ("cchc_officer", "clerk", "khom_head"), "role")
            self.schedule(body)
        else:
            self.act(kind, rest, line["by"], role, scope, body)

    def act(self, kind, rest, by, role, scope, body):
        *names, name = rest
        subject = "/".join([kind, *names])
        roles, phases, after = TABLES[kind][name]
        need(role in roles.split(), f"{role} may not {name}")
        phase = self.phases.get(subject, "absent")
        need(phase in phases, f"{name} from {phase}")
        khom = self.khom_of(kind, names[0])
        need(not scope or khom in scope, "outside the khóm")
        need(self.on >= self.happened_last.get(subject, self.on), "before the act before it")
        self.happened_last[subject] = self.on
        if kind == "issues":
            self.issue(names[0], name, by, body)
        elif kind == "dialogues":
            self.dialogue(names[0], name, body)
        for official in self.officials_in(body):
            need(official in self.officials, f"{official} is not in office")
        if after:
            self.phases[subject] = after
        if name == "note-progress" and phase == "accepted":
            self.phases[subject] = "in_progress"

    def khom_of(self, kind, name):
        if kind == "issues":
            need(name in self.matters, f"no issue {name}")
            return self.matters[name].khom
        if kind == "dialogues":
            need(name in self.dialogues, f"no dialogue {name}")
            return self.dialogues[name]["khom"]
        return None

    @staticmethod
    def officials_in(body):
        for key in ("answered_by", "chaired_by", "signer", "receiving_officer"):
            if key in body:
                yield body[key]
        for key in ("officials", "signers"):
            yield from body.get(key, ())

    # ---- by kind

    def set_up(self, kind, rest, body):
        if rest == ["add-khom"]:
            self.khoms.add(body["khom"])
        elif rest == ["appoint-official"]:
            need(body["official"] not in self.officials, "official twice")
            self.officials.add(body["official"])
        elif kind == "users" and rest[1] == "grant-role":
            need(rest[0] in self.roles, "not registered")
            self.roles[rest[0]] = (body["role"], body["khoms"])
        elif kind == "users":
            need(body["official"] in self.officials | {None}, "unknown official")
            self.roles[rest[0]] = (None, [])

    def schedule(self, body):
        name = body["dialogue"]
        need(name not in self.dialogues, "dialogue twice")
        need(body["khom"] in self.khoms and body["chair"] in self.officials, "unknown")
        need(body["start"] < body["end"], "ends before it starts")
        venue = body["venue"]
        household = venue["kind"] == "household"
        need(household == ("host" in venue), "a household has a host")
        need(not household or venue["host"] in self.residents, "the host is not known")
        self.dialogues[name] = {**body, "attended": False, "opened": None, "issues": []}
        self.phases["dialogues/" + name] = "scheduled"

    def dialogue(self, name, act, body):
        dialogue = self.dialogues[name]
        held = date.fromisoformat(dialogue["date"])
        if act == "announce":
            need(self.on <= held, "announced after the day")
        elif act == "open":
            need(self.on == held, "opened on another day")
            dialogue["opened"] = body["start"]
        else:
            need(self.on >= held, "before the meeting")
        if act == "record-attendance":
            dialogue["attended"] = True
        elif act == "record-opinion":
            self.opinion(dialogue, body)
        elif act == "redirect-denunciation":
            need(body["issue"] not in self.matters, "issue twice")
        elif act == "close":
            need(dialogue["attended"] and dialogue["opened"] < body["end"], "close too early")

    def opinion(self, dialogue, body):
        need(body["opinion"] not in self.opinions and body["issues"], "opinion")
        self.opinions.add(body["opinion"])
        speaker = body.get("speaker", {})
        need(bool(speaker) != body["anonymous"], "anonymous speakers are not described")
        if speaker:
            is_new = len(speaker) > 1
            need(is_new != (speaker["resident"] in self.residents), "speaker new and known")
            self.residents.add(speaker["resident"])
        for raised in body["issues"]:
            need(raised["issue"] not in self.matters, "issue twice")
            self.matters[raised["issue"]] = Matter(
                dialogue["khom"], date.fromisoformat(dialogue["date"]))
            self.phases["issues/" + raised["issue"]] = "recorded"
            dialogue["issues"].append(raised["issue"])

    def issue(self, name, act, by, body):
        matter = self.matters[name]
        need(self.on >= matter.received, "before the issue was received")
        if act in ("accept", "request-extension", "draft-answer"):
            need(by == matter.assignee, "not the assignee")
        if act in ("send-back-answer", "approve-answer"):
            need(not matter.sent_back, "the draft was sent back")
        if act == "classify":
            matter.type, matter.complexity = body["type"], body["complexity"]
            matter.effective = self.days.due(matter.received, matter.complexity == "complex")
        elif act == "assign":
            need(self.roles[body["assignee"]][0] == "officer", "only officers are assigned")
            internal = body.get("internal_due")
            need(not internal or self.on.isoformat() <= internal <= matter.effective.isoformat(),
                 "internal due")
            matter.assignee = body["assignee"]
        elif act == "request-extension":
            need(not matter.pending and matter.extensions < 1, "one extension")
            need(1 <= body["days"] <= 15 and self.on <= matter.effective, "extension")
            matter.pending = body["days"]
        elif act in ("approve-extension", "refuse-extension"):
            need(matter.pending, "no extension was asked for")
            if act == "approve-extension":
                matter.extensions += 1
                matter.effective = self.days.after(matter.effective, matter.pending)
            matter.pending = False
        elif act == "hand-over":
            need(matter.type == "COMPLAINT", "only a complaint is handed over")
        elif act in ("draft-answer", "send-back-answer"):
            matter.sent_back = act == "send-back-answer"
        elif act == "ask-feedback":
            matter.asked = True
        elif act == "record-feedback":
            need(matter.asked, "nobody asked for feedback")
        elif act == "reopen":
            matter.asked = matter.sent_back = matter.pending = False
            matter.extensions = 0
            matter.effective = self.days.due(self.on, matter.complexity == "complex")

    # ---- personal data

    def note_texts(self, value, key="", owner=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                self.note_texts(inner, name, key)
        elif isinstance(value, list):
            for inner in value:
                self.note_texts(inner, key, owner)
        elif isinstance(value, str):
            sealed = key in PERSONAL - {"name"} or (key == "name" and owner == "speaker")
            (self.personal.add(value) if sealed else self.clear.append(value))

    def finish(self):
        everything = "\n".join(self.clear)
        for text in self.personal:
            need(text not in everything, f"personal data in the clear: {text}")
            need(NEVER_A_PERSON not in text, "the plan's signer is nobody here")
        need(NEVER_A_PERSON not in everything, "the plan's signer is nobody here")


def check(lines):
    checker = Checker()
    last = ""
    for number, line in enumerate(lines, 1):
        try:
            need(line["at"] > last, "not later than the line before")
            last = line["at"]
            checker.take(line)
        except (Refused, KeyError) as problem:
            raise SystemExit(f"line {number}: {problem!r}: {json.dumps(line, ensure_ascii=False)}")
    checker.finish()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        check([json.loads(text) for text in file])
    print("no act would be refused")
