# A check that needs packages from PyPI has them in a virtual environment that lasts as long as it runs.
import os
import subprocess
import sys
import venv


def make(folder, *packages):
    """Creates an environment with the packages in a folder; the folder of its programs."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        # Debian keeps it in a package of its own.
        subprocess.run(["apt-get", "update", "-q"], check=True)
        subprocess.run(["apt-get", "install", "-qy", "python3-venv"], check=True)
    venv.create(folder, with_pip=True)
    programs = os.path.join(folder, "bin")
    pip(programs, "install", *packages)
    return programs


def pip(programs, *arguments):
    """Runs the environment's pip."""
    python = os.path.join(programs, "python")
    subprocess.run(
        [python, "-m", "pip", "-q", "--disable-pip-version-check", *arguments], check=True)


def run_again(programs, **variables):
    """Runs the script that was started once more, by the environment's Python; its exit status."""
    command = [os.path.join(programs, "python"), *sys.argv]
    return subprocess.run(command, env={**os.environ, **variables}).returncode
