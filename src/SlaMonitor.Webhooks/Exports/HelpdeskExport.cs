using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Kinds;
using SlaMonitor.Webhooks.Translation;

namespace SlaMonitor.Webhooks.Exports;

/// <summary>
/// The export of a helpdesk's tickets, told as events by the same rules as its webhooks. Go through the items with <see cref="Learn"/>,
/// then again with <see cref="Read"/>, and at last ask for the <see cref="Rest"/>. Not for several threads.
/// </summary>
public sealed class HelpdeskExport
{
    private readonly ExportReader _reader;
    private readonly ExportTeller _teller;

    private HelpdeskExport(ExportReader reader, ExportTeller teller) => (_reader, _teller) = (reader, teller);

    /// <summary>The helpdesks whose exports can be read, by name.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Helpdesks.All.Where(kind => kind.CreateExportReader() is not null).Select(kind => kind.Name)];

    /// <summary>The names under which a page of the export has its items.</summary>
    public IReadOnlyList<string> Lists => _reader.Lists;

    /// <summary>What became no event, or was understood in part only, and how often.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => _teller.LeftOut;

    /// <summary>Makes ready to read exports of a helpdesk.</summary>
    /// <param name="kind">The helpdesk: one of <see cref="Kinds"/>.</param>
    /// <param name="words">What its words mean beyond what is usual.</param>
    /// <param name="now">The present: nothing can have happened after it.</param>
    /// <exception cref="ArgumentException">The helpdesk has no export that can be read.</exception>
    public static HelpdeskExport Of(string kind, ExportWords words, Instant now)
    {
        ArgumentNullException.ThrowIfNull(words);
        var known = Helpdesks.All.FirstOrDefault(one => string.Equals(one.Name, kind, StringComparison.Ordinal));
        if (known?.CreateExportReader() is not { } reader) throw new ArgumentException($"There is no export of '{kind}'.", nameof(kind));

        return new HelpdeskExport(reader, new ExportTeller(known.Translate, VocabularyOf(known, words), now));
    }

    /// <summary>The helpdesk whose export an item can be of; <c>null</c> where it is of none.</summary>
    /// <param name="item">An item, or a page of them.</param>
    public static string? Recognise(JsonElement item) => Helpdesks.All.FirstOrDefault(kind =>
        kind.CreateExportReader() is { } reader
        && (reader.Knows(item) || (item.ValueKind == JsonValueKind.Object && reader.Lists.Any(list => item.TryGetProperty(list, out _)))))
        ?.Name;

    /// <summary>The first time: notes what other items need.</summary>
    /// <param name="item">An item.</param>
    /// <param name="page">The number of the list that it stands in, the same both times.</param>
    public void Learn(JsonElement item, int page) => _reader.Learn(item, page);

    /// <summary>The second time: what the item states.</summary>
    /// <param name="item">An item.</param>
    /// <param name="page">The number of the list that it stands in, the same both times.</param>
    public IReadOnlyList<ExportFact> Read(JsonElement item, int page)
    {
        if (_reader.Knows(item)) _reader.Read(item, page, _teller);
        else _teller.LeaveOut("an item is none of those that the export is known to have");

        return _teller.Take();
    }

    /// <summary>What was only known once all items were read.</summary>
    public IReadOnlyList<ExportFact> Rest()
    {
        _reader.End(_teller);
        return _teller.Take();
    }

    private static Vocabulary VocabularyOf(HelpdeskKind kind, ExportWords words) =>
        new((words.Connection ?? kind.Name).ToLowerInvariant())
        {
            Zone = words.Zone,
            Statuses = Joined<TicketStatus>(kind.Traits.Statuses, words.Statuses),
            Deleted = kind.Traits.Deleted,
            Priorities = Joined<TicketPriority>(kind.Traits.Priorities, words.Priorities),
            Agents = Joined([], words.Agents),
            Groups = Joined([], words.Groups),
            Customers = Joined([], words.Customers),
            Staff = words.Staff.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
            Customer = words.Customer,
            TicketUrl = words.TicketUrl,
        };

    private static FrozenDictionary<string, T> Joined<T>(
        IEnumerable<KeyValuePair<string, T>> usual, IEnumerable<KeyValuePair<string, T>> own) =>
        Connections.NameList.Frozen(usual, own.Select(one => (one.Key, one.Value)));
}
