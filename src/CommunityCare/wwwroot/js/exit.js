// The quick exit replaces the page, so that Back does not return to it. Without this script it is still a link.
const exit = document.getElementById("exit");
const within = 2000;
let presses = [];

function leave(event) {
  event?.preventDefault();
  document.documentElement.hidden = true;
  location.replace(exit.href);
}

exit?.addEventListener("click", leave);
addEventListener("keydown", event => {
  if (event.key !== "Escape") {
    presses = [];
    return;
  }
  if (event.defaultPrevented) return; // it closed something else
  presses = [...presses.filter(time => event.timeStamp - time < within), event.timeStamp];
  if (presses.length === 3) leave();
});
