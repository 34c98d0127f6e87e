import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AGAIN_MS } from '../api/request';
import { Empty, Loading } from '../ui/States';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Help } from './Help';
import { useGlobalKeys } from './keys';
import { go, useAddress, useNavigation } from './router';
import { TokenDialog } from './TokenDialog';
import { find, type Found, type ViewProps } from './views';

export function App(): JSX.Element {
  useNavigation();
  useGlobalKeys();
  const { path } = useAddress();
  useEffect(() => {
    if (path === '/') go('/live' + location.search, { replace: true });
  }, [path]);
  const found = find(path);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        To the content
      </a>
      <Header place={found?.route.name ?? null} />
      <main id="main" tabIndex={-1}>
        <ErrorBoundary key={path}>{found ? <View found={found} /> : path === '/' ? null : <Nowhere />}</ErrorBoundary>
      </main>
      <Help />
      <TokenDialog />
    </>
  );
}

function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('main')?.focus();
}

const loaded = new Map<string, ComponentType<ViewProps>>();

function View({ found: { route, params } }: { found: Found }) {
  const [, draw] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const Component = loaded.get(route.name);
  useEffect(() => {
    if (loaded.has(route.name)) return;
    let here = true;
    route.load().then(
      (module) => {
        loaded.set(route.name, module.default);
        if (here) draw((n) => n + 1);
      },
      (reason: unknown) => here && setError(reason ?? new Error('not loaded')),
    );
    return () => {
      here = false;
    };
  }, [route.name]);
  useEffect(() => {
    if (!error) return;
    // A browser does not fetch a part again that it could not have once: the page has to be loaded anew.
    const timer = setInterval(() => {
      void fetch(location.pathname).then(
        ({ ok }) => ok && location.reload(),
        () => undefined,
      );
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [error]);
  if (error) {
    return (
      <Empty title="This part of the dashboard could not be loaded">
        Hearsay may have been replaced by a newer one, or be gone; it is asked again every {AGAIN_MS / 1000} seconds.{' '}
        <a href={location.href} onClick={() => location.reload()}>
          Load the page again
        </a>
      </Empty>
    );
  }
  return Component ? <Component params={params} /> : <Loading />;
}

function Nowhere() {
  return (
    <>
      <h1>Nothing is at this address</h1>
      <p>
        See what comes in under <a href="/live">Live</a>, or <a href="/search">search</a>.
      </p>
    </>
  );
}
