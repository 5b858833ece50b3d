using System.Text.RegularExpressions;

namespace SlaMonitor.Core.Erasing;

/// <summary>
/// Knows people who were forgotten by their pseudonyms alone, and finds them again in late news of a ticket that they were erased from.
/// </summary>
/// <param name="pseudonyms">What stands for names.</param>
/// <param name="forgotten">The pseudonyms of the names that were erased.</param>
public sealed partial class ForgottenNames(Pseudonyms pseudonyms, IEnumerable<string> forgotten) : INameErasure
{
    private readonly HashSet<string> _forgotten = new(forgotten, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public string? Name(string? value) => value is not null && Is(value) ? pseudonyms.Of(value) : value;

    /// <inheritdoc />
    /// <remarks>Only names of one word are found: nobody knows any more which words to look for.</remarks>
    public string? Text(string? text) => text is null ? null : Word().Replace(text, match => Name(match.Value)!);

    /// <inheritdoc />
    /// <remarks>A title goes whole: whoever was erased may have written it.</remarks>
    public string? Title(string? title) => null;

    private bool Is(string value) => IsForgotten(value.Trim())
        || (value.Contains('@', StringComparison.Ordinal)
            && Word().Matches(value).Any(word => word.Value.Contains('@', StringComparison.Ordinal) && IsForgotten(word.Value)));

    private bool IsForgotten(string name) => _forgotten.Contains(pseudonyms.Of(name));

    [GeneratedRegex(@"[\p{L}\p{N}@._+\-]*[\p{L}\p{N}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
