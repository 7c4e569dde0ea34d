import { createRoot } from "react-dom/client";
import { App } from "./pages/App";
import { read } from "./state/url";
import { prepareWords, speak } from "./words/i18n";
import "./styles/index.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html lacks #root");
await prepareWords();
await speak(read(window.location.search).lang);
createRoot(root).render(<App />);
