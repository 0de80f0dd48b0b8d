// Shows a sentence if the file was cut off, or if the browser is too old for the report's script.
// Invariant: it comes first in the file, before everything that can be missing, and is ES5, which any browser runs.

addEventListener("load", function () {
  var message;
  if (!document.getElementById("end")) {
    message = "This file is damaged: its end is missing. Get it again from where it came from; files are sometimes cut off when they are sent or saved.";
  } else if (!window.customElements || !customElements.get("outreach-report")) {
    message = "This browser is too old for the report. It opens in Chrome and Edge from version 123, Firefox from 120 and Safari from 17.5.";
  }
  if (!message) return;
  var line = document.createElement("p");
  line.setAttribute("role", "alert");
  line.className = "trouble";
  line.textContent = message;
  document.body.insertBefore(line, document.body.firstChild);
});
