using System.Text.Json;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Erasing;

public sealed class EventErasureTests
{
    private const string Ann = "ann@example.com";

    private static readonly Pseudonyms Stand = new(new byte[Pseudonyms.SecretBytes]);

    private static readonly PersonNames Person = new([Ann], Stand);

    [Fact]
    public void Of_EventThatSaysEverythingOfAPerson_NamesThemNowhere()
    {
        var e = Of(new TicketChange
        {
            Requesters = [Ann, "bob"],
            Title = $"From {Ann}",
            Url = new Uri($"https://desk.example.com/search?q={Uri.EscapeDataString(Ann)}"),
            Customer = Ann,
            Category = Ann,
            Tags = ["vip", Ann],
            Group = Ann,
            Assignee = Ann,
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["owner"] = Ann, ["note"] = $"call {Ann}" },
            Agent = Ann,
            Author = Ann,
            AgreedDue = new AgreedDue("resolution", Instant.FromUtc(2026, 3, 9, 8, 0), $"as {Ann} asked", Ann),
            DuesTold = [new DueTold("resolution", Instant.FromUtc(2026, 3, 9, 8, 0), $"as {Ann} asked", Ann)],
            Acknowledgement = new Acknowledgement(new ClockId("response/1/60s"), Ann, default, default),
        });

        var erased = EventErasure.Of(e, Person);

        Assert.DoesNotContain("ann@", JsonSerializer.Serialize(erased.Change), StringComparison.OrdinalIgnoreCase);
        // Whatever is added to what an event says has to be thought of here.
        Assert.All(
            typeof(TicketChange).GetProperties().Where(property => property.CanWrite && !property.PropertyType.IsValueType),
            property => Assert.NotEqual(property.GetValue(e.Change), property.GetValue(erased.Change)));
        Assert.Equal([Stand.Of(Ann), "bob"], erased.Change.Requesters);
        Assert.Equal((e.Id, e.Time, e.Type), (erased.Id, erased.Time, erased.Type));
    }

    [Fact]
    public void Of_EventThatDoesNotNameThem_IsTheSameObject()
    {
        var e = Of(new TicketChange { Title = "Printer on fire", Assignee = "bob", Tags = ["a"], Requesters = ["bob"] });

        Assert.Same(e, EventErasure.Of(e, Person));
    }

    [Fact]
    public void InLog_NamesBesideTheirs_AreTheirsToo_AndTheTitleGoes()
    {
        TicketEvent[] log =
        [
            Of(new TicketChange { Requesters = ["carl"], Title = "of Carl" }),
            Of(new TicketChange { Requesters = ["4711", "lee"] }),
            Of(new TicketChange { Requesters = ["ANN@example.com", "4711"] }),
        ];

        var inLog = EventErasure.InLog(Person, log);

        Assert.Equal(["4711", Ann, "lee"], inLog.All.Order(StringComparer.Ordinal));
        Assert.True(inLog.WroteTitle);
        Assert.Null(EventErasure.Of(log[0], inLog).Change.Title);
        Assert.Equal(["carl"], EventErasure.Of(log[0], inLog).Change.Requesters);
        Assert.False(EventErasure.InLog(Person, [log[0]]).WroteTitle);
    }

    private static TicketEvent Of(TicketChange change) => new()
    {
        TicketId = "T-1",
        Source = "/helpdesk",
        Id = "1",
        Time = Instant.FromUtc(2026, 3, 2, 8, 0),
        Type = TicketEventType.Updated,
        TypeName = "ticket.updated",
        Change = change,
    };
}
