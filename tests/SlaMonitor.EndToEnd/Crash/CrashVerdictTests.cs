namespace SlaMonitor.EndToEnd.Crash;

/// <summary>The verdict finds what it is there for.</summary>
public sealed class CrashVerdictTests
{
    private static readonly Life Killed = new(null!, default) { IsKilled = true };
    private static readonly Life Last = new(null!, default);
    private static readonly DateTimeOffset Later = default(DateTimeOffset).AddSeconds(1);

    [Fact]
    public void Faults_SameAsWithoutKills_None() => Assert.Empty(Faults(Mail("a", Killed), Mail("b", Last)));

    [Fact]
    public void Faults_MailSentAgainAfterAKill_None() =>
        Assert.Empty(Faults(Mail("a", Last) with { At = Later }, Mail("a", Killed), Mail("b", Last)));

    [Fact]
    public void Faults_MailSentAgainWithoutAKill_IsOne() => Assert.Equal(
        ["doubled without a kill: mail a, at 00:00:00.000 by a process not killed, at 00:00:01.000 by a process killed"],
        Faults(Mail("a", Killed) with { At = Later }, Mail("a", Last), Mail("b", Last)));

    [Fact]
    public void Faults_ToldAgainByAnotherMail_IsOne() => Assert.Equal(
        ["told twice: T-b to lead (2 mails arrived instead of 1, 0 repeats)"],
        Faults(Mail("a", Killed), Mail("b", Killed), Mail("c", Last, "b")));

    [Fact]
    public void Faults_MailMissing_IsOne() =>
        Assert.Equal(["not told: T-b to lead (0 of 1 mails arrived, 0 of them repeats)"], Faults(Mail("a", Killed)));

    [Fact]
    public void Faults_OneMailCarriesTheIdOfAnother_IsOne() => Assert.Contains(
        "not told: T-b to lead (1 of 1 mails arrived, 1 of them repeats)",
        Faults(Mail("a", Killed), Mail("a", Last, "b")));

    [Fact]
    public void Faults_MoreDoubledThanAreSentAtOnce_IsOne()
    {
        var ids = Enumerable.Range(0, 9).Select(number => $"m{number}").ToArray();
        var undisturbed = Outcome([.. ids.Select(id => Mail(id, Last))]);
        var outcome = Outcome([.. ids.Select(id => Mail(id, Killed)), .. ids.Select(id => Mail(id, Last))]);

        Assert.Equal(["one kill doubled 9 mails, more than can be sent at once"], Verdict(outcome, undisturbed).Faults());
    }

    [Fact]
    public void Faults_EventLostOrLedgerDiffers_AreFaults()
    {
        var undisturbed = Outcome() with { Recorded = ["T-1: due to lead: sent"] };
        var outcome = Outcome() with
        {
            Lost = ["1"],
            Recorded = ["T-1: due to lead: claimed"],
            Misfiled = ["not filed: T-1 response"],
        };

        Assert.Equal(
            [
                "acknowledged and lost: event 1", "not filed: T-1 response", "not recorded: T-1: due to lead: sent",
                "recorded without need: T-1: due to lead: claimed",
            ],
            Verdict(outcome, undisturbed).Faults());
    }

    private static IReadOnlyList<string> Faults(params Arrival[] arrived) =>
        Verdict(Outcome(arrived), Outcome(Mail("a", Last), Mail("b", Last))).Faults();

    private static CrashVerdict Verdict(CrashOutcome outcome, CrashOutcome undisturbed) =>
        new(new CrashPlan(CrashSetup.Sqlite, Kills: 1, Seed: 1), outcome, undisturbed);

    private static CrashOutcome Outcome(params Arrival[] arrived) => new(
        Minutes: 1, Kills: 1, Acknowledged: 2, Lost: [], Recorded: [], arrived, DeadLetters: 0);

    private static Arrival Mail(string id, Life life, string? ticket = null) => new(id, [$"T-{ticket ?? id} to lead"], life, At: default);
}
