using System.Collections.Frozen;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Cli.Histories.Mapping;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>What the words of a CSV mean: those of its mapping, and our own.</summary>
internal sealed class CsvWords
{
    private readonly FrozenDictionary<string, CsvKind> _kinds;

    /// <param name="mapping">The mapping.</param>
    /// <param name="times">Reads its times.</param>
    public CsvWords(MappingSection mapping, CsvTimes times)
    {
        Times = times;
        Source = mapping.Source?.Value ?? "/csv";
        Customer = mapping.Customer?.Value;
        Statuses = With(mapping.Statuses);
        Priorities = With(mapping.Priorities);
        Authors = With(mapping.Authors);

        var kinds = new Dictionary<string, CsvKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in Enum.GetValues<RowKind>().Where(kind => kind != RowKind.Ignore))
        {
            kinds[kind.ToString()] = new CsvKind(kind, null, null, null);
            kinds[$"ticket.{kind}"] = kinds[kind.ToString()];
        }

        foreach (var (word, kind) in mapping.Types?.Values ?? [])
        {
            if (kind is not null) kinds[word.Value] = new CsvKind(kind.Kind, kind.Status?.Value, kind.By?.Value, kind.Public?.Value);
        }

        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public CsvTimes Times { get; }

    /// <summary>Who tells the events.</summary>
    public string Source { get; }

    /// <summary>The customer of every ticket whose row has none.</summary>
    public string? Customer { get; }

    public IReadOnlyDictionary<string, TicketStatus> Statuses { get; }

    public IReadOnlyDictionary<string, TicketPriority> Priorities { get; }

    public IReadOnlyDictionary<string, Actor> Authors { get; }

    /// <summary>What a word for what happened means; <c>null</c> where nobody says.</summary>
    public CsvKind? KindOf(string word) => _kinds.GetValueOrDefault(word);

    /// <summary>Whether a word says yes or no; <c>null</c> where it says neither.</summary>
    public static bool? FlagOf(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" or "1" => true,
        "FALSE" or "NO" or "N" or "0" => false,
        _ => null,
    };

    /// <summary>Our own words of a kind.</summary>
    public static string All<T>()
        where T : struct, Enum => Sentences.And(Enum.GetNames<T>().Select(Sentences.Camel));

    private static Dictionary<string, T> With<T>(Entries<string, Located<T>>? own)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var (word, meaning) in HistoryMapping.Words(own)) words[word] = meaning;
        return words;
    }
}
