// The query page: GraphiQL in Banyan's frame.
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import "./style.css";
import { asked, linkTo } from "./address.js";
import { EXAMPLES } from "./example.js";
import { findLanguage, findTheme, followTheme, keepLanguage } from "./preference.js";
import { credential, send } from "./session.js";
import { TEXTS } from "./text.js";

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(WORKERS[label] ?? WORKERS.editor),
};

function Page() {
  const [language, setLanguage] = useState(findLanguage);
  const [question, setQuestion] = useState(asked);
  const [account, setAccount] = useState(null);
  const text = TEXTS[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${text.title} – Banyan`;
  }, [language, text]);
  useEffect(() => {
    credential().then((found) => setAccount(found?.account ?? null));
    const follow = () => setQuestion(asked());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const switchLanguage = () => {
    keepLanguage(text.otherCode);
    setLanguage(text.otherCode);
  };
  return (
    <>
      <Frame {...{ text, language, account, switchLanguage }} />
      <main>
        <Editor key={question ? JSON.stringify(question) : ""} question={question} />
      </main>
    </>
  );
}

function Frame({ text, language, account, switchLanguage }) {
  return (
    <header className="frame">
      <div>
        <a className="home" href="/">{text.home}</a>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
      </div>
      <nav aria-label={text.examples}>
        <span>{text.examples}</span>
        {EXAMPLES.map(({ name, query }) => (
          <a key={name.en} href={linkTo(query)}>{name[language]}</a>
        ))}
        <span className="who">{account ? text.signedIn(account.displayName) : text.anonymous}</span>
        <a href="/schema.graphql">{text.contract}</a>
        <button type="button" lang={text.otherCode} onClick={switchLanguage}>{text.other}</button>
      </nav>
    </header>
  );
}

/** The editor opens with the question of the address, if there is one, and with the examples. */
function Editor({ question }) {
  const theme = useSyncExternalStore(followTheme, findTheme);
  const tabs = useMemo(() => {
    const examples = EXAMPLES.map(({ query }) => ({ query }));
    const others = examples.filter(({ query }) => query !== question?.query);
    return question ? [question, ...others] : examples;
  }, [question]);
  return (
    <GraphiQL
      fetcher={send}
      defaultTabs={tabs}
      initialQuery={question?.query}
      initialVariables={question?.variables || undefined}
      forcedTheme={theme}
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo><span /></GraphiQL.Logo>
    </GraphiQL>
  );
}

createRoot(document.getElementById("page")).render(<Page />);
