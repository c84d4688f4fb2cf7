// Fills in the ZIP code nearest to where the device says it is. The place itself stays in this function: it is neither
// sent nor kept.
const tools = document.getElementById("near-me");
const field = document.getElementById("near");
const said = document.getElementById("near-said");
const milesPerDegree = 69;
const farthest = 100; // in Alaska the next one can be far; farther than that is not in the United States
let busy = false;

const say = (what, code = "") => said.textContent = said.dataset[what].replace("{0}", code);

const whereAmI = () => new Promise((found, failed) =>
  navigator.geolocation.getCurrentPosition(found, failed, { timeout: 15_000, maximumAge: 600_000 }));

// Three lines: codes, latitudes and longitudes in hundredths of a degree, each as its difference from the one before.
async function zipCodes() {
  const answer = await fetch(tools.dataset.list);
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.text()).split("\n").map(line => {
    let sum = 0;
    return line.split(" ").map(difference => sum += Number(difference));
  });
}

function nearest([codes, latitudes, longitudes], { latitude, longitude }) {
  const narrowing = Math.cos(latitude * Math.PI / 180);
  let best = 0, least = Infinity;
  for (let i = 0; i < codes.length; i++) {
    const east = Math.abs(longitudes[i] / 100 - longitude);
    const miles = milesPerDegree * Math.hypot(latitudes[i] / 100 - latitude, Math.min(east, 360 - east) * narrowing);
    if (miles < least) [best, least] = [i, miles];
  }
  return least <= farthest ? String(codes[best]).padStart(5, "0") : null;
}

async function fillIn() {
  if (busy) return;
  busy = true;
  say("asking");
  try {
    const { coords } = await whereAmI();
    const code = nearest(await zipCodes(), coords);
    if (code) field.value = code;
    say(code ? "found" : "far", code);
  } catch (problem) {
    say({ 1: "refused", 2: "lost", 3: "late" }[problem.code] ?? "failed");
  }
  busy = false;
}

// A browser tells its place only to a page whose connection nobody can read.
if (tools && isSecureContext && navigator.geolocation) {
  tools.querySelector("button").addEventListener("click", fillIn);
  tools.hidden = false;
}
