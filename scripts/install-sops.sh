#!/usr/bin/env bash
# Installs what the interop tests compare with: the real sops, two versions of it, and age. Into a folder outside the
# repository, printed at the end; what is there already is kept. Needs Go (modules come through its proxy) and, for
# Debian's age, apt-get; where that is missing, age is built too. Takes some minutes the first time.
#
#     scripts/install-sops.sh [folder]
set -euo pipefail

readonly VERSIONS=(3.13.3 3.9.4)
readonly AGE_VERSION=1.3.1
folder=${1:-${CAIRN_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/cairn-tools}}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for version in "${VERSIONS[@]}"; do
  if [[ ! -x $folder/sops-$version ]]; then
    GOFLAGS=-buildvcs=false GOBIN=$work go install "github.com/getsops/sops/v3/cmd/sops@v$version"
    mv "$work/sops" "$folder/sops-$version"
  fi
done

if [[ ! -x $folder/age ]]; then
  if (cd "$work" && apt-get download age && dpkg -x age_*.deb unpacked) > "$work/log" 2>&1; then
    cp "$work/unpacked/usr/bin/age" "$folder/age"
  else
    GOFLAGS=-buildvcs=false GOBIN=$work go install "filippo.io/age/cmd/age@v$AGE_VERSION"
    mv "$work/age" "$folder/age"
  fi
fi

for version in "${VERSIONS[@]}"; do "$folder/sops-$version" --disable-version-check --version; done
"$folder/age" --version
echo "$folder"
