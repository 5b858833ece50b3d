using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Storage;

/// <summary>The rule of claims as a table, without a store.</summary>
public sealed class ClaimRuleTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Stale = Duration.FromMinutes(10);
    private static readonly NotificationClaim Claim = new("T-1", "N-1", "jo@example.org", "due", "me", Nine + Stale, Stale);

    public static TheoryData<NotificationState?, string, long, ClaimOutcome, string?> Claims => new()
    {
        // what is there, whose it is, ticks by which it is past stale → what the claim comes to, whom it is taken from
        { null, "", 0, ClaimOutcome.Claimed, null },
        { NotificationState.Claimed, "me", -1, ClaimOutcome.Claimed, null },
        { NotificationState.Claimed, "me", 0, ClaimOutcome.Claimed, null },
        { NotificationState.Claimed, "me", 1, ClaimOutcome.Claimed, null },
        { NotificationState.Claimed, "other", -1, ClaimOutcome.ClaimedByAnother, null },
        { NotificationState.Claimed, "other", 0, ClaimOutcome.ClaimedByAnother, null },
        { NotificationState.Claimed, "other", 1, ClaimOutcome.Claimed, "other" },
        { NotificationState.Claimed, "other", -2 * Stale.BclCompatibleTicks, ClaimOutcome.ClaimedByAnother, null }, // a clock ahead
        { NotificationState.Claimed, "other", (-2 * Stale.BclCompatibleTicks) - 1, ClaimOutcome.Claimed, "other" }, // it was set back since
        { NotificationState.Claimed, "ME", 0, ClaimOutcome.ClaimedByAnother, null },
        { NotificationState.Claimed, "ME", 1, ClaimOutcome.Claimed, "ME" },
        { NotificationState.Claimed, "", -1, ClaimOutcome.Claimed, null }, // known to be dead
        { NotificationState.Claimed, " mail 1", -1, ClaimOutcome.Claimed, null }, // so is this one, and what it was to send is known
        { NotificationState.Failed, "me", -1, ClaimOutcome.Claimed, null },
        { NotificationState.Failed, "other", -1, ClaimOutcome.Claimed, null },
        { NotificationState.Failed, "other", 1, ClaimOutcome.Claimed, null },
        { NotificationState.Sent, "me", 1, ClaimOutcome.AlreadySent, null },
        { NotificationState.Sent, "other", -1, ClaimOutcome.AlreadySent, null },
        { NotificationState.Sent, "other", 1, ClaimOutcome.AlreadySent, null },
        { NotificationState.Undelivered, "me", 1, ClaimOutcome.AlreadySent, null },
        { NotificationState.Undelivered, "other", -1, ClaimOutcome.AlreadySent, null },
        { NotificationState.Undelivered, "other", 1, ClaimOutcome.AlreadySent, null },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public void Decide_EveryRow_FollowsTheTable(
        NotificationState? there, string holder, long ticksPastStale, ClaimOutcome outcome, string? takenFrom)
    {
        var held = there is { } state ? new ClaimedNotification(state, holder, Nine - Duration.FromTicks(ticksPastStale)) : null;

        Assert.Equal(new ClaimDecision(outcome, takenFrom), ClaimRule.Decide(held, Claim));
    }

    [Theory]
    [InlineData(NotificationState.Claimed, "before me", ClaimOutcome.Claimed)]
    [InlineData(NotificationState.Claimed, "other", ClaimOutcome.ClaimedByAnother)]
    [InlineData(NotificationState.Sent, "before me", ClaimOutcome.AlreadySent)]
    public void Decide_ClaimThatWasLeftToMe_IsMine(NotificationState there, string holder, ClaimOutcome outcome) => Assert.Equal(
        new ClaimDecision(outcome, TakenFrom: null),
        ClaimRule.Decide(new ClaimedNotification(there, holder, Nine + Stale), Claim with { Predecessor = "before me" }));

    [Theory]
    [InlineData(NotificationState.Claimed, "other", ClaimOutcome.ClaimedByAnother)]
    [InlineData(NotificationState.Claimed, "", ClaimOutcome.ClaimedByAnother)]
    [InlineData(NotificationState.Claimed, " mail 1", ClaimOutcome.ClaimedByAnother)]
    [InlineData(NotificationState.Claimed, "me", ClaimOutcome.Claimed)]
    [InlineData(NotificationState.Claimed, "before me", ClaimOutcome.Claimed)]
    [InlineData(NotificationState.Failed, "other", ClaimOutcome.Claimed)]
    public void Decide_NothingMayBeTakenOver_OnlyWhatIsLeftToMeIsMine(NotificationState there, string holder, ClaimOutcome outcome) =>
        Assert.Equal(
            new ClaimDecision(outcome, TakenFrom: null),
            ClaimRule.Decide(
                new ClaimedNotification(there, holder, Nine - Stale), Claim with { StaleAfter = null, Predecessor = "before me" }));

    [Theory]
    [InlineData(NotificationState.Undelivered, ClaimOutcome.Claimed)]
    [InlineData(NotificationState.Failed, ClaimOutcome.Claimed)]
    [InlineData(NotificationState.Sent, ClaimOutcome.AlreadySent)]
    [InlineData(NotificationState.Claimed, ClaimOutcome.ClaimedByAnother)]
    public void Decide_SentAgainByAPerson_IsTriedWhereItDidNotArrive(NotificationState there, ClaimOutcome outcome) => Assert.Equal(
        new ClaimDecision(outcome, TakenFrom: null),
        ClaimRule.Decide(new ClaimedNotification(there, "other", Nine + Stale), Claim with { IsResent = true }));

    [Theory]
    [InlineData(NotificationState.Claimed, NotificationState.Sent, true)]
    [InlineData(NotificationState.Claimed, NotificationState.Failed, true)]
    [InlineData(NotificationState.Claimed, NotificationState.Undelivered, true)]
    [InlineData(NotificationState.Failed, NotificationState.Sent, true)]
    [InlineData(NotificationState.Failed, NotificationState.Failed, true)]
    [InlineData(NotificationState.Failed, NotificationState.Undelivered, true)]
    [InlineData(NotificationState.Sent, NotificationState.Sent, false)]
    [InlineData(NotificationState.Sent, NotificationState.Failed, false)]
    [InlineData(NotificationState.Sent, NotificationState.Undelivered, true)]
    [InlineData(NotificationState.Undelivered, NotificationState.Sent, false)]
    [InlineData(NotificationState.Undelivered, NotificationState.Failed, false)]
    [InlineData(NotificationState.Undelivered, NotificationState.Undelivered, false)]
    public void Replaces_EveryPairOfStates_FollowsTheTable(NotificationState held, NotificationState result, bool replaces) =>
        Assert.Equal(replaces, ClaimRule.Replaces(held, result));

    [Theory]
    [InlineData("sent", NotificationState.Sent)]
    [InlineData("undelivered", NotificationState.Undelivered)]
    [InlineData("ofAVersionToCome", NotificationState.Claimed)]
    [InlineData(null, NotificationState.Claimed)]
    public void StateOf_AnyName_IsKnownOrClaimed(string? stored, NotificationState expected) =>
        Assert.Equal(expected, ClaimRule.StateOf(stored));

    [Fact]
    public void ThrowIfWrong_ResultThatIsAClaim_SaysSo() =>
        Assert.Contains("'claimed'", Assert.Throws<ArgumentException>(
            () => ClaimRule.ThrowIfWrong(new NotificationResult(NotificationState.Claimed, Nine, null))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "N-1", "me")]
    [InlineData("T-1", "", "me")]
    [InlineData("T-1", "N-1", "")]
    public void ThrowIfWrong_EmptyKey_IsRefused(string ticket, string notification, string holder) =>
        Assert.ThrowsAny<ArgumentException>(
            () => ClaimRule.ThrowIfWrong(Claim with { TicketId = ticket, NotificationId = notification, Holder = holder }));
}
