import { Component, type ComponentChildren } from 'preact';

interface State {
  error: unknown;
}

/** A fault of a view must not take the header and the other views with it. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, State> {
  override state: State = { error: null };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ error });
  }

  render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div class="state failed" role="alert">
        <p class="title">This view has broken</p>
        <p>It is a fault of the dashboard, and not of what you asked for: {error instanceof Error ? error.message : String(error)}</p>
        <button type="button" class="button" onClick={() => this.setState({ error: null })}>
          Draw it again
        </button>
      </div>
    );
  }
}
