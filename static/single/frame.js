// The frame: the query of its address are the element's attributes, its fragment is the view.

import "./attributes.js";
import "../loader/main.js";
import "./height.js";
