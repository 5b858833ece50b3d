using System.Text.RegularExpressions;

namespace SlaMonitor.Core.Erasing;

/// <summary>The names of one person: addresses, ids in a helpdesk, logins. They are found without regard to capital letters.</summary>
public sealed class PersonNames : INameErasure
{
    /// <summary>How many names a person may have.</summary>
    public const int MostNames = 50;

    /// <summary>How long a name may be, in characters.</summary>
    public const int LongestName = 256;

    /// <summary>A shorter word, or a number, stands in too many texts that are about somebody else.</summary>
    private const int ShortestInText = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Pseudonyms _pseudonyms;
    private readonly HashSet<string> _names;
    private readonly Regex? _inText;
    private readonly Regex? _addresses;

    /// <param name="names">The names; blanks around them and empty ones do not count.</param>
    /// <param name="pseudonyms">What stands for them afterwards.</param>
    /// <param name="wroteTitle">Whether the person asked, so that the ticket's title is theirs.</param>
    public PersonNames(IEnumerable<string> names, Pseudonyms pseudonyms, bool wroteTitle = false)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(pseudonyms);
        _pseudonyms = pseudonyms;
        _names = names.Select(name => name.Trim()).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _inText = WordsOf(_names.Where(IsFoundInText));
        _addresses = WordsOf(_names.Where(name => name.Contains('@', StringComparison.Ordinal)));
        WroteTitle = wroteTitle;
    }

    /// <summary>The names.</summary>
    public IReadOnlySet<string> All => _names;

    /// <summary>Whether a ticket's title is theirs, and goes whole.</summary>
    public bool WroteTitle { get; }

    /// <summary>What stands for the names.</summary>
    public IEnumerable<string> Stand => _names.Select(_pseudonyms.Of);

    /// <summary>The same person, with more names, or as the one who asked.</summary>
    public PersonNames With(IEnumerable<string> more, bool wroteTitle) => new(_names.Concat(more), _pseudonyms, wroteTitle);

    /// <summary>Whether a value is one of the names, or holds one of the addresses, as <c>"Ann &lt;ann@example.com&gt;"</c> does.</summary>
    public bool Is(string? value) => value is not null && (_names.Contains(value.Trim()) || _addresses?.IsMatch(value) == true);

    /// <inheritdoc />
    public string? Name(string? value) => Is(value) ? _pseudonyms.Of(value!) : value;

    /// <inheritdoc />
    public string? Text(string? text) =>
        text is null ? null : _inText?.Replace(text, match => _pseudonyms.Of(match.Value)) ?? text;

    /// <inheritdoc />
    public string? Title(string? title) => WroteTitle ? null : Text(title);

    /// <summary>Whether a text holds one of the names, as a word.</summary>
    public bool IsIn(string? text) => text is not null && _inText?.IsMatch(text) == true;

    private static bool IsFoundInText(string name) => name.Length >= ShortestInText && name.Any(char.IsLetter);

    private static Regex? WordsOf(IEnumerable<string> names)
    {
        var words = names.OrderByDescending(name => name.Length).Select(Regex.Escape).ToList();
        return words.Count == 0
            ? null
            : new Regex(
                $@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{N}}])",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
    }
}
