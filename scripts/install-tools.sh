#!/usr/bin/env bash
# Installs what the tests compare Cairn with, or hand its output to: the real sops and age, zizmor, kubeconform,
# docker-compose, Chromium, and what the system has already. Into a folder outside the repository, ~/.cache/cairn-tools
# or CAIRN_TOOLS, where the tests look for them (test/helpers/tools.ts); what is there is kept.
#
# Nothing here has to succeed: what cannot be had is told with its reason, and the tests that need it are skipped. Four
# minutes a tool and six for all are the limit (CAIRN_TOOLS_SECONDS); a first run takes about five.
#
#     scripts/install-tools.sh           installs what is missing, then lists everything
#     scripts/install-tools.sh --list    what is there, and why the rest is not
set -euo pipefail

readonly SOPS=3.13.3 SOPS_OLD=3.9.4 AGE=1.3.1 KUBECONFORM=0.8.0 COMPOSE_GO=2.16.2 ZIZMOR=1.32.0
readonly TOOLS=("sops-$SOPS" age zizmor kubeconform docker-compose compose-go chromium "sops-$SOPS_OLD" ssh-keygen systemd-analyze git-http-backend)
readonly EACH=240 ALL=${CAIRN_TOOLS_SECONDS:-360}
folder=${CAIRN_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/cairn-tools}

# Gives one tool up, with the reason: each is installed in a shell of its own.
refuse() {
  echo "$*" >&2
  exit 1
}

# A command with no more time than is left.
capped() {
  local left=$((ALL - SECONDS)) code=0
  ((left > 0)) || refuse "no time was left of $ALL s"
  ((left < EACH)) || left=$EACH
  timeout --kill-after=5 "$left" "$@" < /dev/null || code=$?
  ((code != 124 && code != 137)) || refuse "it took longer than $left s"
  return "$code"
}

# Build with the Go that is here: another toolchain would be a download of its own.
from_go() {
  local package=$1 version=$2 name=$3
  command -v go > /dev/null || refuse 'Go is not installed'
  GOBIN=$work GOFLAGS=-buildvcs=false GOTOOLCHAIN=local CGO_ENABLED=0 capped go install "$package@v$version"
  mv "$work/${package##*/}" "$folder/$name"
}

pinned_sops() { from_go github.com/getsops/sops/v3/cmd/sops "$1" "sops-$1"; }

install_kubeconform() {
  from_go github.com/yannh/kubeconform/cmd/kubeconform "$KUBECONFORM" "kubeconform-$KUBECONFORM"
  ln -sfn "kubeconform-$KUBECONFORM" "$folder/kubeconform"
}

# What Docker Compose 2 reads its files with.
install_compose-go() {
  from_go github.com/compose-spec/compose-go/v2/cmd "$COMPOSE_GO" "compose-go-$COMPOSE_GO"
  ln -sfn "compose-go-$COMPOSE_GO" "$folder/compose-go"
}

# Debian's, which takes no rights to unpack; elsewhere it is built.
install_age() {
  if (cd "$work" && with_lists capped apt-get download age && dpkg -x age_*.deb unpacked); then
    mv "$work/unpacked/usr/bin/age" "$folder/age"
  else
    from_go filippo.io/age/cmd/age "$AGE" age
  fi
}

install_zizmor() {
  local venv=$folder/zizmor-$ZIZMOR
  command -v python3 > /dev/null || refuse 'Python is not installed'
  rm -rf "$venv"
  capped python3 -m venv "$venv"
  capped "$venv/bin/pip" install --quiet --no-input --disable-pip-version-check --only-binary :all: "zizmor==$ZIZMOR"
  ln -sfn "$venv/bin/zizmor" "$folder/zizmor"
}

install_docker-compose() { from_debian docker-compose; }
install_chromium() { from_debian chromium; }

from_debian() {
  command -v "$1" > /dev/null || {
    command -v apt-get > /dev/null || refuse 'it is not installed, and there is no apt-get'
    with_lists as_root apt-get install --yes --no-install-recommends "$1"
  }
  from_system "$1"
}

install_ssh-keygen() { from_system ssh-keygen; }
install_systemd-analyze() { from_system systemd-analyze; }
install_git-http-backend() { from_system "$(git --exec-path)/git-http-backend"; }

from_system() {
  local path
  path=$(command -v "$1") || refuse 'it is not installed'
  ln -sfn "$path" "$folder/${1##*/}"
}

# The lists of packages of a new machine may be old, or not there.
with_lists() {
  "$@" || { as_root apt-get update && "$@"; }
}

# Nobody's own machine is changed unasked: rights are used where they are had, and asked for only where CI runs.
as_root() {
  if ((EUID == 0)); then
    capped env DEBIAN_FRONTEND=noninteractive "$@"
  elif [[ ${CI:-} == true ]] && sudo -n true 2> /dev/null; then
    capped sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  else
    refuse "it takes the rights to run: $*"
  fi
}

is_there() {
  case $1 in
    compose-go) [[ $(readlink "$folder/$1") == *-"$COMPOSE_GO" && -x $folder/$1 ]] ;;
    kubeconform) [[ $(readlink "$folder/$1") == *-"$KUBECONFORM" && -x $folder/$1 ]] ;;
    zizmor) [[ $(readlink "$folder/$1") == *-"$ZIZMOR"/* && -x $folder/$1 ]] ;;
    *) [[ -x $folder/$1 ]] ;;
  esac
}

# Installs one tool in a shell of its own, where the first failure ends it; the last that was said is the reason.
ensure() {
  local name=$1 problem=$folder/$1.problem started=$SECONDS
  ! is_there "$name" || return 0
  set +e
  (
    set -e
    work=$(mktemp -d "$folder/.work.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    case $name in
      sops-*) pinned_sops "${name#sops-}" ;;
      *) "install_$name" ;;
    esac
  ) > "$problem.log" 2>&1
  local code=$?
  set -e
  if ((code == 0)) && is_there "$name"; then
    rm -f "$problem"
    echo "  $name is there now, after $((SECONDS - started)) s"
  else
    grep -v '^[[:space:]]*$' "$problem.log" | tail -n 1 | cut -c 1-200 > "$problem" || true
    echo "  $name cannot be had, after $((SECONDS - started)) s:"
    tail -n 5 "$problem.log" | cut -c 1-200 | sed 's/^/    /'
  fi
  rm -f "$problem.log"
}

list() {
  local name why missing=0
  echo "tools of the tests, in $folder:"
  for name in "${TOOLS[@]}"; do
    if is_there "$name"; then
      printf '  %-17s there\n' "$name"
    else
      missing=$((missing + 1))
      why=$(cat "$folder/$name.problem" 2> /dev/null || true)
      printf '  %-17s not there: %s\n' "$name" "${why:-scripts/install-tools.sh has not been run}"
    fi
  done
  ((missing == 0)) || echo "tests that need one of the $missing that are not there are skipped"
}

if [[ ${1:-} != --list ]]; then
  if ! mkdir -p "$folder"; then
    echo "tools of the tests: none is installed where no folder can be made; CAIRN_TOOLS names another one"
    exit 0
  fi
  folder=$(cd "$folder" && pwd)
  for name in "${TOOLS[@]}"; do ensure "$name"; done
fi
list
