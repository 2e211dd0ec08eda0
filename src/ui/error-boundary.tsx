import { Component, type ReactNode } from 'react';
import { Button } from './button';
import { EmptyState } from './empty-state';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** A bug while drawing leaves a page that says so and can be tried again, not a white one. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError = () => ({ broken: true });

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState id="page-broken" title="这个页面没能显示" text="已经提交的内容都在服务器上，不会丢。">
        <Button id="page-broken-retry" look="primary" onTap={() => this.setState({ broken: false })}>
          再试一次
        </Button>
      </EmptyState>
    );
  }
}
