/** Ways on, one below the other, each with room for a finger; `key` where two lead to one page. */
export const LinkList = ({
  links,
  className = "grid",
}: {
  links: readonly { key?: string; href: string; said: string }[];
  className?: string;
}) => (
  <ul className={className}>
    {links.map(({ key, href, said }) => (
      <li key={key ?? href}>
        <a href={href} className="inline-flex items-center min-h-11">
          {said}
        </a>
      </li>
    ))}
  </ul>
);
