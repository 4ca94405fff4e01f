import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/frame.css";
import "../styles/list.css";
import "../styles/product.css";
