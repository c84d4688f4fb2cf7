# shellcheck shell=bash
# For scripts that measure or harm the published program.

# A folder for all that they make; removed with everything in it, however they end.
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

if ! command -v dotnet >/dev/null || ! command -v python3 >/dev/null; then
    echo "This needs the .NET 10 SDK and python3." >&2
    exit 1
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
DOTNET=$(readlink -f "$(command -v dotnet)")
export DOTNET

# publish PROJECT FOLDER [arguments]: in Release; leaves bin and obj of the repository as they are. What is built on the way
# is thrown away, unless $builds names a folder to keep it in.
publish() {
    local project=$1 folder=$2 name
    shift 2
    name=$(basename "$folder")
    "$DOTNET" publish "$project" --configuration Release --output "$folder" --artifacts-path "${builds:-$temp}/build-$name" \
        --disable-build-servers "$@" >"$temp/publish.log" 2>&1 ||
        { grep -m 5 ' error ' "$temp/publish.log" >&2 || tail -n 20 "$temp/publish.log" >&2; return 1; }
}

# Compiled ahead for this kind of machine, if the packages for that can be had here.
publish_ahead() {
    publish "$@" --runtime "$(kind_of_machine)" -p:PublishReadyToRun=true
}

# The name by which .NET knows this kind of machine, as in linux-x64.
kind_of_machine() {
    local system=linux processor=x64
    [[ $(uname -s) == Darwin ]] && system=osx
    [[ $(uname -m) == aarch64 || $(uname -m) == arm64 ]] && processor=arm64
    echo "$system-$processor"
}
