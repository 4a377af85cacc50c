interface WebLinkProps {
  readonly url: string;
  readonly text: string;
}

/** Only to the web: data files may hold anything. */
export function WebLink({ url, text }: WebLinkProps) {
  return /^https?:\/\//u.test(url) ? (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {text}
    </a>
  ) : (
    text
  );
}
