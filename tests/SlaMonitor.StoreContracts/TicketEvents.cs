using CsCheck;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Samples;

namespace SlaMonitor.StoreContracts;

/// <summary>Generated events, and what "the same event" means after a round trip.</summary>
public static class TicketEvents
{
    private static readonly Gen<string?> Text = TicketText.Any.Null();

    private static readonly Gen<Uri?> Url = Gen.OneOf(
        null,
        new Uri("https://helpdesk.example.com/tickets/5158?a=b&c=%20#d"),
        new Uri("/relative/path", UriKind.Relative),
        new Uri("urn:x:漢"));

    private static readonly Gen<Instant> Times = Gen.Long[
        Instant.FromUtc(1, 1, 1, 0, 0).ToUnixTimeTicks(), Instant.FromUtc(9999, 12, 31, 23, 59, 59).ToUnixTimeTicks()].Select(
            Instant.FromUnixTimeTicks);

    private static readonly Gen<TicketChange> Changes =
        from who in Gen.Select(Text, Text, Text, Text, Text, Text)
        from tags in TicketText.Any.Array[0, 4].Null()
        from url in Url
        from status in Gen.Enum<TicketStatus>().Nullable()
        from priority in Gen.Enum<TicketPriority>().Nullable()
        from actor in Gen.Enum<Actor>().Nullable()
        from flags in Gen.Select(Gen.Bool.Nullable(), Gen.Bool.Nullable(), Gen.Int.Nullable())
        select new TicketChange
        {
            Title = who.Item1,
            Customer = who.Item2,
            Category = who.Item3,
            Group = who.Item4,
            Assignee = who.Item5,
            Agent = who.Item6,
            Tags = tags,
            Url = url,
            Status = status,
            Priority = priority,
            By = actor,
            Emergency = flags.Item1,
            Public = flags.Item2,
            Rating = flags.Item3,
        };

    /// <summary>Any event of a ticket, every field of it.</summary>
    public static Gen<TicketEvent> Of(string ticketId) =>
        from keys in Gen.Select(TicketText.Keys, TicketText.Keys)
        from typeName in TicketText.Any
        from time in Times
        from type in Gen.Enum<TicketEventType>()
        from change in Changes
        from traceParent in Gen.Const("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").Null()
        select new TicketEvent
        {
            TicketId = ticketId,
            Source = keys.Item1,
            Id = keys.Item2,
            Time = time,
            Type = type,
            TypeName = typeName,
            Change = change,
            TraceParent = traceParent,
        };

    /// <summary>A plain event.</summary>
    public static TicketEvent Plain(string ticketId, string id) => new()
    {
        TicketId = ticketId,
        Source = "helpdesk",
        Id = id,
        Time = Instant.FromUtc(2026, 3, 2, 9, 0),
        Type = TicketEventType.Updated,
        TypeName = "ticket.updated",
    };

    /// <summary>Fails unless both logs hold the same events, in any order.</summary>
    public static void AssertSame(IEnumerable<TicketEvent> expected, IEnumerable<TicketEvent> actual)
    {
        Assert.Equal(expected.Select(AsStored).Select(Comparable).OrderBy(Key), actual.Select(Comparable).OrderBy(Key));

        static (string, string) Key((TicketEvent Event, string? Tags) pair) => (pair.Event.Source, pair.Event.Id);
    }

    // A record compares its list by reference: the tags are compared beside it.
    private static (TicketEvent Event, string? Tags) Comparable(TicketEvent e) =>
        (
            e with { Change = e.Change with { Tags = null } },
            e.Change.Tags is { } tags ? string.Join('\u001f', tags.Prepend($"{tags.Count}")) : null);

    private static TicketEvent AsStored(TicketEvent e) => e with
    {
        TypeName = TicketText.AsStored(e.TypeName),
        Change = e.Change with
        {
            Title = AsStored(e.Change.Title),
            Customer = AsStored(e.Change.Customer),
            Category = AsStored(e.Change.Category),
            Group = AsStored(e.Change.Group),
            Assignee = AsStored(e.Change.Assignee),
            Agent = AsStored(e.Change.Agent),
            Tags = e.Change.Tags?.Select(TicketText.AsStored).ToArray(),
        },
    };

    private static string? AsStored(string? text) => text is null ? null : TicketText.AsStored(text);
}
