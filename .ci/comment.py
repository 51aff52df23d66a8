"""Say in one comment what a request to merge means, and keep that comment up to date. Standard library only.

`comment.py github FOLDER` posts what the workflow `check` left in FOLDER; that may come from a fork and is not trusted.
`comment.py gitea` and `comment.py gitlab` go through all open requests themselves: they run on the main branch, and the
requests are data to the program there. The variable TOKEN holds a token that may write comments.
"""

import json
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

MARK = "<!-- jixiao -->"
"""Opens the comment, by which it is found again; it is not shown."""

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""

MOST_FILES = 300
"""Files that GitHub lists of a comparison; of a larger one it does not tell them all."""

LONGEST_RUN = 300
"""Seconds that a command may take: a request may hold what keeps a program busy for ever."""

SEPARATED = "@\u200b"
"""An @ that calls nobody."""


@dataclass(frozen=True)
class Host:
    """A code host as far as comments go: its addresses, and where in its answers things are."""

    headers: dict[str, str]
    requests: str
    comments: str
    comment: str
    change: str
    ref: str
    number: tuple[str, ...]
    target: tuple[str, ...]
    author: tuple[str, ...]
    own_names: Collection[str]

    def ask(self, url: str, method: str = "GET", **data: str) -> Any:
        """Ask for something, or tell something; an answer that is no success raises."""
        body = json.dumps(data).encode() if data else None
        headers = {**self.headers, "Content-Type": "application/json", "Accept": "application/json"}
        request = Request(url, body, headers, method=method)  # noqa: S310 (the host's own address)
        with urlopen(request, timeout=60) as answer:  # noqa: S310 (the same)
            return json.load(answer)

    def list_all(self, url: str) -> Iterator[Any]:
        """List what comes in pages, until one brings nothing new: some hosts give all at once, whatever is asked."""
        seen: set[int] = set()
        page = 1
        while new := [one for one in self.ask(f"{url}&page={page}") if one["id"] not in seen]:
            yield from new
            seen.update(one["id"] for one in new)
            page += 1


def connect_github() -> Host:
    """Know GitHub, and Gitea and Forgejo, which answer as it does."""
    repository = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"
    return Host(
        headers={"Authorization": f"Bearer {os.environ['TOKEN']}"},
        requests=f"{repository}/pulls?state=open&limit=50&per_page=50",
        comments=f"{repository}/issues/{{number}}/comments?limit=50&per_page=50",
        comment=f"{repository}/issues/comments/{{id}}",
        change="PATCH",
        ref="refs/pull/{number}/head",
        number=("number",),
        target=("base", "ref"),
        author=("user", "login"),
        own_names={"github-actions[bot]", "gitea-actions", "forgejo-actions"},
    )


def connect_gitlab() -> Host:
    """Know GitLab."""
    api, headers = os.environ["CI_API_V4_URL"], {"PRIVATE-TOKEN": os.environ["TOKEN"]}
    requests = f"{api}/projects/{os.environ['CI_PROJECT_ID']}/merge_requests"
    host = Host(
        headers=headers,
        requests=f"{requests}?state=opened&per_page=50",
        comments=f"{requests}/{{number}}/notes?per_page=50",
        comment=f"{requests}/{{number}}/notes/{{id}}",
        change="PUT",
        ref="refs/merge-requests/{number}/head",
        number=("iid",),
        target=("target_branch",),
        author=("author", "username"),
        own_names=(),
    )
    return replace(host, own_names={host.ask(f"{api}/user")["username"]})


def look_up(answer: Any, keys: tuple[str, ...]) -> Any:
    """Find what stands in an answer under one key within another."""
    for key in keys:
        answer = answer[key]
    return answer


def keep_comment(host: Host, number: int, text: str) -> None:
    """Bring the one comment up to date, or write it where there is none yet."""
    body = compose_comment(text)
    url = host.comments.format(number=number)
    comment = next((one for one in host.list_all(url) if is_own(host, one)), None)
    if comment is None:
        host.ask(url.partition("?")[0], "POST", body=body)
    elif comment["body"].strip() != body.strip():
        host.ask(host.comment.format(number=number, id=comment["id"]), host.change, body=body)


def is_own(host: Host, comment: Any) -> bool:
    """Tell whether a comment is the one that this program keeps; others could copy its mark."""
    return (comment["body"] or "").startswith(MARK) and look_up(comment, host.author) in host.own_names


def compose_comment(text: str) -> str:
    """Put the mark before the text, shorten what is too long, and call nobody."""
    shown = text.replace("@", SEPARATED)
    rest = "\n\n…… 太长，其余的请看检查任务的摘要。" if len(shown) > LONGEST else ""
    return f"{MARK}\n{shown[:LONGEST]}{rest}"


def post_left_review(host: Host, folder: Path) -> str:
    """Post what a run of `check` left, once it is clear which request it belongs to, and that it is genuine."""
    number = read_left_file(folder / "number.txt", 20).strip()
    if not re.fullmatch("[1-9][0-9]{0,9}", number):
        return "留下的编号不是编号，没有发表评论。"
    pull = host.ask(f"{host.requests.partition('?')[0]}/{number}")
    if not is_of_run(pull):
        return "检查过的提交已经不是这个拉取请求的最新提交，没有发表评论。"
    text = read_left_file(folder / "diff.md", 1_000_000) if changes_only_content(host, pull) else warn()
    keep_comment(host, int(number), text)
    return f"已在第 {number} 号拉取请求发表或更新评论。"


def is_of_run(pull: Any) -> bool:
    """Tell whether a request still stands at the commit that was checked, by what the event says of the run."""
    repository = str((pull["head"]["repo"] or {}).get("id"))
    seen = (pull["state"], pull["head"]["sha"], repository)
    return seen == ("open", os.environ["HEAD_SHA"], os.environ["HEAD_REPOSITORY"])


def changes_only_content(host: Host, pull: Any) -> bool:
    """Tell whether the checked commit changes nothing outside `content`, by the host's own account of it."""
    repository = host.requests.partition("/pulls?")[0]
    files = host.ask(f"{repository}/compare/{pull['base']['sha']}...{os.environ['HEAD_SHA']}")["files"]
    names = [one[key] for one in files for key in ("filename", "previous_filename") if key in one]
    return len(files) < MOST_FILES and all(name.startswith("content/") for name in names)


def warn() -> str:
    """Say why the result of a check is not shown."""
    return (
        "这个拉取请求还改动了 `content` 以外的文件，自动检查的结论可能被它左右，所以不在这里列出。"
        f"请先逐个看过这些文件，再看[检查任务]({os.environ['RUN_URL']})。"
    )


def read_left_file(file: Path, largest: int) -> str:
    """Read a file that somebody else made: a plain one, no more of it than that, and no link to another."""
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"{file} is no plain file")
        return opened.read(largest).decode("utf-8", "replace")


def review_all(host: Host) -> Iterator[str]:
    """Say of every open request what it means; one that cannot be compared or commented on does not stop the others.

    That something was wrong with the host, and not with the request, is told in the end by the exit code.
    """
    failed = 0
    for request in host.list_all(host.requests):
        number = look_up(request, host.number)
        try:
            keep_comment(host, number, compare(host.ref.format(number=number), look_up(request, host.target)))
        except subprocess.CalledProcessError as error:
            line = f"第 {number} 号请求比较不了：{explain(error)}"
        except (OSError, HTTPException, LookupError, TypeError, ValueError) as error:
            failed += 1
            line = f"第 {number} 号请求的评论没有写成：{error!r}"
        else:
            line = f"第 {number} 号请求的评论是最新的。"
        yield line
    if failed:
        sys.exit(f"有 {failed} 个请求的评论没有写成。")


def explain(error: subprocess.CalledProcessError) -> str:
    """Say why a command failed; `timeout` ends with 124, or as it was killed together with the command."""
    is_late = error.returncode in (124, 128 + signal.SIGKILL, -signal.SIGKILL)
    return "太久没有结果，没有再等。" if is_late else str(error.stderr).strip()


def compare(ref: str, branch: str) -> str:
    """Fetch a request and compare it, by the program that is here, with what it set out from."""
    target, head = f"refs/remotes/origin/{branch}", "refs/jixiao/request"
    run("git", "fetch", "--quiet", "--no-tags", "origin", f"+refs/heads/{branch}:{target}", f"+{ref}:{head}")
    base = run("git", "merge-base", target, head).strip()
    return run(".venv/bin/jixiao", "diff", base, head, "--format", "markdown")


def run(*command: str) -> str:
    """Run a command that is not to know the token; `timeout` ends it, with all that it has started."""
    environment = {name: value for name, value in os.environ.items() if "TOKEN" not in name}
    limited = ("timeout", "--kill-after=10", str(LONGEST_RUN), *command)
    return subprocess.run(limited, capture_output=True, check=True, text=True, env=environment).stdout


def act(words: list[str]) -> Iterator[str]:
    """Do what the command asks for, and say in Chinese what was done."""
    match words:
        case ["github", folder]:
            yield post_left_review(connect_github(), Path(folder))
        case ["gitea"]:
            yield from review_all(connect_github())
        case ["gitlab"]:
            yield from review_all(connect_gitlab())
        case _:
            sys.exit("用法：comment.py github 文件夹 | gitea | gitlab")


if __name__ == "__main__":
    for line in act(sys.argv[1:]):
        sys.stdout.write(f"{line}\n")
