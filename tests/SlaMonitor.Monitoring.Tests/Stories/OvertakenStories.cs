using Moq;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Notification;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Model;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>
/// The breach is on its way to people when the helpdesk says, late, that there was an answer in time: whoever hears the
/// one hears the other too.
/// </summary>
public sealed class OvertakenStories : IDisposable
{
    private static readonly string[] Breach = ["anna: breach due of T", "first: breach due of T"];
    private static readonly string[] AllClear = ["anna: all-clear of T", "first: all-clear of T"];

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task EvaluatorDiesBetweenQueueAndRecord_MailsAreOutWhenTheNewsComes_TheAllClearComes()
    {
        var messages = await DuePassesAsync(dies: true);
        await DeliverAsync(messages);
        Assert.Equal(Breach, _desk.NewMails());

        await NewsAsync();
        await _desk.UntilAsync("03-02 17:03");
        Assert.Equal(AllClear, _desk.NewMails());
        await NothingMoreComesAsync();
    }

    [Fact]
    public async Task EvaluatorDiesBetweenQueueAndRecord_MailsAreStillInTheQueueAtTheNextLook_TheAllClearComesAfterThem()
    {
        var messages = await DuePassesAsync(dies: true);
        await NewsAsync();
        await _desk.UntilAsync("03-02 17:03");
        Assert.Empty(_desk.NewMails()); // nobody has been told of anything yet

        await DeliverAsync(messages);
        Assert.Equal(Breach, _desk.NewMails());
        await _desk.UntilAsync("03-02 17:04");
        Assert.Equal(AllClear, _desk.NewMails());
        await NothingMoreComesAsync();
    }

    [Fact]
    public async Task NobodyDies_MailsAreStillInTheQueueWhenTheAllClearIsDue_ItComesAfterThem()
    {
        var messages = await DuePassesAsync(dies: false);
        await NewsAsync();
        await _desk.UntilAsync("03-02 17:03");
        Assert.Empty(_desk.NewMails());

        await DeliverAsync(messages);
        Assert.Equal(Breach, _desk.NewMails());
        await _desk.UntilAsync("03-02 17:04");
        Assert.Equal(AllClear, _desk.NewMails());
        await NothingMoreComesAsync();
    }

    /// <summary>
    /// The evaluator has asked the ledger whom to give the all-clear, and found nobody; before it records that, the notifier claims the
    /// breach, sees the promise kept and its all-clear still to come, and sends.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MailIsSentBetweenTheEvaluatorsQuestionAndItsRecord_TheAllClearComesAfterIt(bool isInDoubt)
    {
        var messages = await DuePassesAsync(dies: isInDoubt);
        await NewsAsync();
        _desk.Place.Clock.Reset(Desk.At("03-02 17:03"));
        var ledger = new Mock<INotificationLedger>();
        var delivered = false;
        ledger.Setup(l => l.ListAsync("T", It.IsAny<CancellationToken>())).Returns(async () =>
        {
            var answer = await _desk.Place.Ledger.ListAsync("T", default);
            if (!delivered) await DeliverAsync(messages);
            delivered = true;
            return answer;
        });
        await _desk.Place.Make<DeadlineEvaluator>(ledger.Object).EvaluateAsync(default);
        Assert.True(delivered);
        Assert.Equal(Breach, _desk.NewMails());

        await _desk.UntilAsync("03-02 17:04");
        Assert.Equal(AllClear, _desk.NewMails());
        await NothingMoreComesAsync();
    }

    /// <summary>An evaluation that is a little late tells nobody, and so takes nothing back.</summary>
    [Fact]
    public async Task NobodyWasTold_NobodyGetsAnAllClear()
    {
        await _desk.OpensAsync("03-02 09:00", "T");
        await _desk.UntilAsync("03-02 17:00");
        _desk.NewMails();
        _desk.Place.Clock.Reset(Desk.At("03-02 17:01"));
        await NewsAsync();

        Assert.True((await _desk.Place.Store.LoadAsync("T", default))!.State.IsInDoubt);
        await NothingMoreComesAsync();
    }

    private async Task<IReadOnlyList<string>> DuePassesAsync(bool dies)
    {
        await _desk.OpensAsync("03-02 09:00", "T"); // due at 17:00
        await _desk.UntilAsync("03-02 17:00");
        _desk.NewMails();
        _desk.Place.Clock.Reset(Desk.At("03-02 17:01"));
        if (dies) return await Mortal.EvaluateAndDieAsync(_desk.Place);

        await _desk.Place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        return [.. (await _desk.Place.TakeAllAsync()).Select(message => message.Body)];
    }

    private Task NewsAsync() => _desk.HappensAsync("03-02 16:30", TicketEventType.Replied, "T", new TicketChange { By = Actor.Agent });

    private async Task DeliverAsync(IReadOnlyList<string> messages)
    {
        Assert.NotEmpty(messages);
        foreach (var message in messages) await _desk.Place.Get<Notifier>().NotifyAsync(message, default);
    }

    private async Task NothingMoreComesAsync()
    {
        await _desk.UntilAsync("03-03 12:00");
        Assert.Empty(_desk.NewMails());
        var state = (await _desk.Place.Store.LoadAsync("T", default))!.State;
        Assert.False(state.IsInDoubt);
        Assert.Null(state.NextLook);
    }
}
