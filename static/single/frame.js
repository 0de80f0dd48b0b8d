// The script of `embed.html`, the frame. The query of its address has the element's attributes, the fragment the view.
// Invariant: attributes.js runs first, because it sets the attributes before the loader defines the element.

import "./answer.js";
import "./attributes.js";
import "../loader/main.js";
import "./height.js";
import "./blocked-links.js";
