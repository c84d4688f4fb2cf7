// A button that only a script can answer appears only where the script runs.
const tools = document.getElementById("print");
tools?.querySelector("button").addEventListener("click", () => print());
tools?.removeAttribute("hidden");
