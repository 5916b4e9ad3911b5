"""Chromium 87, as Qt 5.15 carries it, behind as much of the WebDriver protocol as a day's work with the page needs.

The drivers of today's Chromium do not speak to one this old, and those of its time are no longer to be had. So this
program is both: the main thread shows the window, without a screen, and another answers the tests and steers the window by
Chromium's own protocol. One session at a time, each with a profile of its own; what is not answered, no test asks.

`cargo xtask test --only old` installs what it needs and starts it: `python chromium87.py --port=N`.
"""

import base64
import http.client
import json
import os
import socket
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

# How long the page may take to load, and a script of a test to answer.
PATIENCE = 60

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"

# Where a person would click: the middle of what is seen of the element, unless something else lies on top.
PLACE = """function () {
    if (!this.isConnected) throw new Error("stale element reference");
    this.scrollIntoViewIfNeeded();
    const box = this.getClientRects()[0];
    if (!box) throw new Error("element not interactable");
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
    const top = document.elementFromPoint(x, y);
    if (!this.contains(top) && !(top && top.contains(this) && top.matches("label, button, a")))
        throw new Error("element click intercepted by " + (top ? top.outerHTML.slice(0, 80) : "nothing"));
    return [x, y];
}"""

# Ready to be typed into, after what is there.
FOCUS = """function () {
    if (!this.isConnected) throw new Error("stale element reference");
    this.scrollIntoViewIfNeeded();
    if (document.activeElement !== this) this.focus();
    if (this.setSelectionRange) this.setSelectionRange(this.value.length, this.value.length);
}"""

# The first entry of a list that begins with what is typed: where there is no screen, no list opens.
CHOOSE = """function (typed) {
    if (!(this instanceof HTMLSelectElement)) return false;
    const entry = [...this.options].find((entry) => entry.text.startsWith(typed));
    if (!entry) throw new Error("no such element: no entry begins with " + typed);
    this.focus();
    entry.selected = true;
    for (const event of ["input", "change"]) this.dispatchEvent(new Event(event, { bubbles: true }));
    return true;
}"""

CLEAR = """function () {
    if (!this.isConnected) throw new Error("stale element reference");
    this.focus();
    this.select();
    document.execCommand("delete");
}"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


PORT = int(sys.argv[1].partition("=")[2])
DEVTOOLS = free_port()

# Where it keeps what pages keep, and gone with it.
FOLDER = tempfile.TemporaryDirectory(prefix="chromium87-", ignore_cleanup_errors=True)

# Qt reads these when it is loaded. It draws by itself, as there may be no screen and no graphics card.
os.environ.update(
    XDG_DATA_HOME=FOLDER.name,
    XDG_CACHE_HOME=FOLDER.name,
    XDG_RUNTIME_DIR=FOLDER.name,
    QT_QPA_PLATFORM="offscreen",
    QT_QUICK_BACKEND="software",
    QTWEBENGINE_DISABLE_SANDBOX="1",
    QTWEBENGINE_REMOTE_DEBUGGING=f"127.0.0.1:{DEVTOOLS}",
    QTWEBENGINE_CHROMIUM_FLAGS="--no-sandbox --disable-gpu --lang=zh-CN",
)

import websocket  # noqa: E402
from PyQt5.QtCore import QMarginsF, QObject, QSizeF, QUrl, pyqtSignal  # noqa: E402
from PyQt5.QtGui import QPageLayout, QPageSize  # noqa: E402
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineProfile, QWebEngineView  # noqa: E402
from PyQt5.QtWidgets import QApplication  # noqa: E402


class Failure(Exception):
    """What a command fails with."""


class MainThread(QObject):
    """Where windows live. Others hand in what is to be done there, and wait."""

    asked = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.asked.connect(lambda work: work())

    def do(self, work):
        """Calls `work` with a function that takes its result, now or later."""
        done, results = threading.Event(), []

        def take(result=None):
            results.append(result)
            done.set()

        self.asked.emit(lambda: work(take))
        if not done.wait(PATIENCE):
            raise Failure("timeout: the window does not answer")
        return results[0]


class Session:
    """A window with a fresh profile, and the line to what is open in it."""

    count = 0

    def __init__(self, main, downloads):
        self.main = main
        self.downloads = downloads
        main.do(self.open)
        self.line = websocket.create_connection(self.find(), timeout=PATIENCE, suppress_origin=True)
        self.number = 0
        self.events = []
        self.elements = []
        for domain in ["Page", "Runtime", "Log"]:
            self.tell(f"{domain}.enable")

    def open(self, done):
        # A name of its own is a folder of its own.
        Session.count += 1
        self.profile = QWebEngineProfile(str(Session.count))
        self.profile.setHttpAcceptLanguage("zh-CN")
        self.profile.downloadRequested.connect(self.download)
        self.page = QWebEnginePage(self.profile, self.profile)
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        self.view.resize(1440, 900)
        self.view.show()
        self.page.load(QUrl("about:blank"))
        done()

    def download(self, file):
        """Takes what the page saves into the folder of the test."""
        file.setDownloadDirectory(self.downloads)
        file.accept()

    def find(self):
        """The address of the line to the one page that is open."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                # Not by what would ask a proxy.
                list_of_pages = http.client.HTTPConnection("127.0.0.1", DEVTOOLS, timeout=5)
                list_of_pages.request("GET", "/json")
                pages = [page for page in json.load(list_of_pages.getresponse()) if page["type"] == "page"]
                list_of_pages.close()
                # One that is being closed is still in the list for a moment.
                if len(pages) == 1 and "webSocketDebuggerUrl" in pages[0]:
                    return pages[0]["webSocketDebuggerUrl"]
            except (OSError, http.client.HTTPException, ValueError):
                pass
            time.sleep(0.02)
        raise Failure("session not created: no page is open")

    def close(self):
        self.line.close()

        def close(done):
            # The profile stays, as it may not go before its page has.
            self.page.destroyed.connect(lambda: done())
            self.view.close()
            self.view.deleteLater()
            self.page.deleteLater()

        self.main.do(close)

    # ── Chromium's own protocol ─────────────────────────────────────────────────────────────────────────────────

    def hear(self):
        """The next message. What is no answer is kept."""
        message = json.loads(self.line.recv())
        if "method" in message:
            self.events.append(message)
        return message

    def tell(self, command, **parameters):
        self.number += 1
        self.line.send(json.dumps({"id": self.number, "method": command, "params": parameters}))
        while True:
            message = self.hear()
            if message.get("id") == self.number:
                break
        if "error" in message:
            raise Failure(f"{command}: {message['error'].get('message')}")
        return message["result"]

    def load(self, start):
        """Does what loads a page, and waits until it is loaded, unless it is a place in the page that is open."""
        self.events = [event for event in self.events if event["method"] != "Page.loadEventFired"]
        answer = start()
        if "errorText" in answer:
            raise Failure(f"unknown error: {answer['errorText']}")
        if answer.get("loaderId", "") or not answer:
            deadline = time.monotonic() + PATIENCE
            while not any(event["method"] == "Page.loadEventFired" for event in self.events):
                if time.monotonic() > deadline:
                    raise Failure("timeout: the page does not load")
                self.hear()

    def call(self, function, this=None, arguments=()):
        """Calls a function of the page and waits for what it promises."""
        if this is None:
            this = self.tell("Runtime.evaluate", expression="window")["result"]["objectId"]
        given = [{"objectId": self.elements[int(value[ELEMENT])]} if is_element(value) else {"value": value} for value in arguments]
        answer = self.tell(
            "Runtime.callFunctionOn", functionDeclaration=function, objectId=this, arguments=given, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"].get("exception", {})
            said = str(thrown.get("description") or thrown.get("value")).partition("\n")[0]
            raise Failure(f"javascript error: {said}")
        result = answer["result"]
        if result.get("subtype") == "node":
            self.elements.append(result["objectId"])
            return {ELEMENT: str(len(self.elements) - 1)}
        if "objectId" not in result:
            return result.get("value")
        plain = self.tell(
            "Runtime.callFunctionOn",
            functionDeclaration="function () { return this }",
            objectId=result["objectId"],
            returnByValue=True,
        )
        return plain["result"].get("value")

    # ── What the tests ask for ──────────────────────────────────────────────────────────────────────────────────

    def answer(self, method, path, body):
        if path[:1] == ["element"]:
            return self.with_element(self.elements[int(path[1])], path[2], body)
        match method, "/".join(path):
            case "POST", "url":
                return self.load(lambda: self.tell("Page.navigate", url=body["url"]))
            case "GET", "url":
                return self.call("function () { return location.href }")
            case "POST", "refresh":
                return self.load(lambda: self.tell("Page.reload"))
            case "POST", "execute/sync":
                return self.call("function () {" + body["script"] + "\n}", arguments=body["args"])
            case "POST", "window/rect":
                return self.main.do(lambda done: done(self.view.resize(body["width"], body["height"])))
            case "GET", "screenshot":
                return self.tell("Page.captureScreenshot")["data"]
            case "POST", "print":
                return self.print(body["page"])
            case "POST", "goog/cdp/execute":
                return self.tell(body["cmd"], **body["params"])
            case "POST", "se/log":
                return self.complaints()
        raise Failure(f"unknown command: {method} {'/'.join(path)}")

    def with_element(self, element, command, body):
        if command == "click":
            x, y = self.call(PLACE, element)
            for kind, buttons in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)]:
                button = "none" if kind == "mouseMoved" else "left"
                self.tell(
                    "Input.dispatchMouseEvent", type=kind, x=x, y=y, button=button, buttons=buttons, clickCount=1
                )
        elif command == "value" and self.call(CHOOSE, element, [body["text"]]):
            pass
        elif command == "value":
            self.call(FOCUS, element)
            for letter in body["text"]:
                # As an input method does: a window without a screen is given no keys.
                self.tell("Input.insertText", text=letter)
        elif command == "clear":
            self.call(CLEAR, element)
        else:
            raise Failure(f"unknown command: {command}")

    def print(self, paper):
        """By Qt: the protocol of this age prints only without a window."""
        size = QPageSize(QSizeF(paper["width"] * 10, paper["height"] * 10), QPageSize.Millimeter)
        layout = QPageLayout(size, QPageLayout.Portrait, QMarginsF(0, 0, 0, 0))
        printed = self.main.do(lambda done: self.page.printToPdf(lambda pdf: done(bytes(pdf)), layout))
        return base64.b64encode(printed).decode()

    def complaints(self):
        self.tell("Runtime.evaluate", expression="0")
        heard, self.events = self.events, []
        said = []
        for event in heard:
            parameters = event["params"]
            if event["method"] == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                said.append(details.get("exception", {}).get("description") or details["text"])
            elif event["method"] == "Runtime.consoleAPICalled" and parameters["type"] in ["error", "assert"]:
                said.append(" ".join(str(part.get("value", part.get("description"))) for part in parameters["args"]))
            elif event["method"] == "Log.entryAdded" and parameters["entry"]["level"] == "error":
                said.append(parameters["entry"]["text"] + " " + parameters["entry"].get("url", ""))
        # It says so of every policy that names what it does not know, and goes on without.
        said = [message for message in said if "contains an invalid source: ''wasm-unsafe-eval''" not in message]
        return [{"level": "SEVERE", "message": message} for message in said]


def is_element(value):
    return isinstance(value, dict) and ELEMENT in value


class Driver(BaseHTTPRequestHandler):
    """Answers the tests, one after another."""

    protocol_version = "HTTP/1.1"
    main = None
    session = None

    def answer(self):
        path = self.path.strip("/").split("/")
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else {}
        try:
            status, value = 200, self.dispatch(path, body)
        except (Failure, OSError, websocket.WebSocketException) as failure:
            error, _, message = str(failure).partition(": ")
            status, value = 500, {"error": error, "message": message}
        content = json.dumps({"value": value}, separators=(",", ":")).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = True

    do_GET = do_POST = do_DELETE = answer

    def dispatch(self, path, body):
        if path == ["status"]:
            return {"ready": Driver.session is None, "message": ""}
        if path == ["session"]:
            if Driver.session:
                raise Failure("session not created: there is one already")
            asked = body["capabilities"]["alwaysMatch"]
            Driver.session = Session(self.main, asked["yaodian:downloads"])
            return {"sessionId": "1", "capabilities": {"browserName": "chromium87"}}
        if not Driver.session:
            raise Failure("invalid session id: there is none")
        if self.command == "DELETE" and len(path) == 2:
            session, Driver.session = Driver.session, None
            return session.close()
        return Driver.session.answer(self.command, path[2:], body)

    def log_message(self, *_):
        """Nothing: the tests say what they do."""


def run():
    application = QApplication(["chromium87"])
    # Between two sessions there is no window.
    application.setQuitOnLastWindowClosed(False)
    Driver.main = MainThread()
    server = HTTPServer(("127.0.0.1", PORT), Driver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    application.exec()


run()
