using CsCheck;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Core.Assessment;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Figures;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Core.Reporting.Periods;
using SlaMonitor.Core.Tests.Reporting.Slow;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Core.Tests.Reporting;

/// <summary>
/// Every figure of a report is the one that a slow path finds in the raw events: over a 29 February, a change to summer time, an amendment
/// in mid-month that moves to another zone, exclusions, reopenings, and news that comes late.
/// </summary>
public sealed class ReportLawTests
{
    private static readonly AgreementBook Book = new([SlowDesk.History]);
    private static readonly string[] Months = ["2024-02", "2024-03", "2024-04"];

    private static readonly Gen<IReadOnlyList<(int At, string What)>[]> Desk = SlowHistories.Ticket.Array[1, 25];

    [Fact]
    public void EveryFigure_IsThatOfTheSlowPath() => Gen.Select(Desk, Gen.Int[40 * 96, SlowHistories.LastQuarter + 500]).Sample(
        (desk, now) =>
        {
            var tickets = Play(desk, now);
            foreach (var month in Months)
            {
                var (report, slow) = (ReportOf(desk, month, now), Slow(tickets, month));
                foreach (var target in report.Targets) AssertEqual(slow, target.Target, target.Promises);

                Assert.Equal(slow.Attainment(), report.Promises.Attainment);
                Assert.Equal(slow.Saved(), report.Promises.SavedByExclusions);
                Assert.Equal(slow.WithAgreedDue(), report.Promises.WithAgreedDue);
                Assert.Equal(slow.AttainmentWithoutAgreedDues(), report.Promises.AttainmentWithoutAgreedDues);
                Assert.Equal(slow.OpenByAgreedDue(), report.Promises.OpenByAgreedDue);
                Assert.Equal(slow.Resolved(), report.Tickets.Resolved);
                Assert.Equal(slow.GivenUp(), report.Tickets.GivenUp);
                Assert.Equal(slow.Reopened(), report.Tickets.Reopened);
                Assert.Equal((slow.Ratings().Count, slow.Ratings().Sum()), (report.Tickets.Answers, report.Tickets.RatingSum));
                Assert.Equal(slow.Credit(), Assert.Single(report.Credits).Total);
                Assert.Equal(slow.Count("breached"), report.Breaches.Count);
                Assert.Equal(slow.Count("breached"), Enumerable.Range(1, 7).Sum(day => report.BreachTimes.On((IsoDayOfWeek)day)));
            }
        },
        iter: 150);

    [Fact]
    public void AQuarter_IsItsMonthsTogether() => Desk.Sample(
        desk =>
        {
            var now = SlowHistories.LastQuarter + 5000;
            var whole = ReportOf(desk, "2024-02-01..2024-04-30", now);
            var months = Months.Select(month => ReportOf(desk, month, now)).ToList();

            // Open promises are shown in each report; everything else is in one month only.
            Assert.Equal(
                WithoutOpen(whole.Promises),
                WithoutOpen(months.Aggregate(default(PromiseCounts), (sum, month) => sum + month.Promises)));
            Assert.Equal(whole.Tickets, months.Aggregate(default(TicketCounts), (sum, month) => sum + month.Tickets));
            Assert.Equal(whole.Held, months.Aggregate(default(HeldTimes), (sum, month) => sum + month.Held));
            Assert.Equal(months.Select(month => month.Credits.Single().Total), whole.Credits.Select(statement => statement.Total));
        },
        iter: 60);

    [Fact]
    public void LateNews_ChangesWhatTheRestatementSays_AndNothingElse() => Gen.Select(Desk, Gen.Int[0, 24], Gen.Int[1, 9]).Sample(
        (desk, which, kept) =>
        {
            // The later events of some tickets were lost, and come long after the report on March was sent.
            var early = desk.Select((ticket, i) => i % 3 == which % 3 ? [.. ticket.Take(kept)] : ticket).ToArray();
            var now = SlowHistories.LastQuarter + 5000;
            var sent = ReportSummary.Of(ReportOf(early, "2024-03", now));
            var report = ReportOf(desk, "2024-03", now, sent);
            var (was, isNow) = (Slow(Play(early, now), "2024-03"), Slow(Play(desk, now), "2024-03"));

            foreach (var (kind, state) in new[] { (RestatedKind.Met, "met"), (RestatedKind.Breached, "breached") })
            {
                foreach (var target in new[] { "response", "resolution" })
                {
                    var said = report.Restated?.Figures.SingleOrDefault(figure => figure.Kind == kind && figure.Of == target);
                    var (before, after) = (was.Count(target, state), isNow.Count(target, state));
                    decimal?[] owed = before == after ? [] : [before, after];
                    Assert.Equal(owed, said is null ? [] : [said.Before, said.After]);
                }
            }

            var credit = report.Restated?.Figures.SingleOrDefault(figure => figure.Kind == RestatedKind.Credit);
            Assert.Equal(isNow.Credit() - was.Credit(), (credit?.After - credit?.Before) ?? 0);
        },
        iter: 100);

    [Fact]
    public void AnyOrderOfAdding_GivesTheSameReport() => Desk.Sample(
        desk =>
        {
            var now = SlowHistories.LastQuarter;
            var (one, other) = (ReportOf(desk, "2024-03", now), ReportOf([.. desk.Reverse()], "2024-03", now));

            Assert.Equal((one.Promises, one.Tickets, one.Used, one.Held), (other.Promises, other.Tickets, other.Used, other.Held));
            Assert.Equal(one.Groups[ReportDimension.Priority], other.Groups[ReportDimension.Priority]);
        },
        iter: 30);

    private static PromiseCounts WithoutOpen(PromiseCounts counts) => counts with { Open = 0, AtRisk = 0, OpenByAgreedDue = 0 };

    private static void AssertEqual(SlowReport slow, string target, PromiseCounts found) => Assert.Equal(
        (target, slow.Count(target, "met"), slow.Count(target, "breached"), slow.Count(target, "cancelled")),
        (target, found.Met, found.Breached, found.Cancelled));

    private static List<SlowTicket> Play(IReadOnlyList<(int At, string What)>[] desk, int now) =>
        [.. desk.Where(ticket => ticket[0].At <= now).Select(ticket => SlowTicket.Play(ticket, now))];

    private static SlowReport Slow(List<SlowTicket> tickets, string month) => new(tickets, int.Parse(month[..4]), int.Parse(month[5..]));

    private static Report ReportOf(
        IReadOnlyList<(int At, string What)>[] desk, string span, int now, ReportSummary? lastSent = null)
    {
        var asOf = SlowDesk.At(now);
        var builder = new ReportBuilder(new ReportScope(SlowDesk.History, ReportSpan.Parse(span)!, asOf));
        for (var i = 0; i < desk.Length; i++)
        {
            TicketEvent[] log = [.. SlowHistories.Log($"T-{i}", desk[i]).Where(e => e.Time <= asOf)];
            if (log.Length == 0) continue;

            builder.Add(TicketOutcomes.Of(TicketAssessment.Of(log, [], Book, asOf)!));
        }

        return builder.Build(lastSent: lastSent);
    }
}
