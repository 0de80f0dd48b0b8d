// Says in words when a file was cut off, or when the browser does not know what its script is written in. It stands
// before everything that can be missing, and is written so that any browser understands it.

addEventListener("load", function () {
  var words;
  if (!document.getElementById("end")) {
    words = "This file is damaged: its end is missing. Get it again from where it came from; files are sometimes cut off when they are sent or saved.";
  } else if (!window.customElements || !customElements.get("outreach-report")) {
    words = "This browser is too old for the report. It opens in Chrome and Edge from version 123, Firefox from 120 and Safari from 17.5.";
  }
  if (!words) return;
  var line = document.createElement("p");
  line.setAttribute("role", "alert");
  line.className = "trouble";
  line.textContent = words;
  document.body.insertBefore(line, document.body.firstChild);
});
