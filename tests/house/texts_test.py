"""`./dev texts` against a server on this machine: files arrive under id.language.format, a missing one is said and ends with 1."""

import http.server
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


class Handler(http.server.BaseHTTPRequestHandler):
    missing = ()

    def do_GET(self):
        gone = any(part in self.path for part in self.missing)
        self.send_response(404 if gone else 200)
        self.end_headers()
        if not gone:
            self.wfile.write(b"text of " + self.path.encode())

    def log_message(self, *arguments):
        pass


class Texts(unittest.TestCase):
    def fetch(self, *arguments, missing=()):
        Handler.missing = missing
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(["bash", str(ROOT / "dev"), "texts", folder, "--base", f"http://127.0.0.1:{server.server_port}", *arguments],
                                 capture_output=True, text=True, stdin=subprocess.DEVNULL,
                                 env={"PATH": "/usr/local/bin:/usr/bin:/bin", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"})
            files = {path.name: path.read_text() for path in Path(folder).iterdir()}
        server.shutdown()
        server.server_close()
        return run, files

    def test_one_instrument(self):
        run, files = self.fetch("--only", "uncc-2024")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(sorted(files), [f"uncc-2024.{language}.pdf" for language in ("ar", "en", "es", "fr", "ru", "zh")])
        self.assertIn("A/RES/79/243", files["uncc-2024.en.pdf"])
        self.assertIn("l=en", files["uncc-2024.en.pdf"])

    def test_a_missing_text_is_said_and_the_others_arrive(self):
        run, files = self.fetch("--only", "uncc-2024", missing=("l=fr",))
        self.assertEqual(run.returncode, 1)
        self.assertIn("not fetched: uncc-2024 (fr)", run.stderr)
        self.assertEqual(len(files), 5)


if __name__ == "__main__":
    import shutil
    if not shutil.which("curl"):
        print("skipped: no curl on this machine")
    else:
        unittest.main()
