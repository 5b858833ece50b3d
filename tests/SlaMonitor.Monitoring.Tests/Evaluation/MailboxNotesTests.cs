using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Evaluation;

public sealed class MailboxNotesTests : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData(-5, true)]
    [InlineData(-60, false)]
    public async Task Find_AfterTheClockWasSetBack_KnowsNoLastMailThatIsYetToCome(int minutes, bool isKnown)
    {
        var notes = _place.Make<MailboxNotes>();
        var now = _place.Clock.GetCurrentInstant();
        await notes.KeepAsync("anna@example.com", new Mailbox(now, ["T"]), default);
        _place.Time.Set(TimeSpan.FromMinutes(minutes));

        var mailbox = await notes.FindAsync("Anna@example.com", default);

        Assert.Equal((isKnown ? now : (Instant?)null, "T"), (mailbox.LastMail, Assert.Single(mailbox.Waiting)));
    }

    public void Dispose() => _place.Dispose();
}
