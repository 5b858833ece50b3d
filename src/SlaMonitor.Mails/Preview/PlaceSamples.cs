using NodaTime;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Reports;

namespace SlaMonitor.Mails.Preview;

/// <summary>The other pages of the board, by name.</summary>
public static class PlaceSamples
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 19, 13, 0);

    /// <summary>The pages in a language.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public static IReadOnlyDictionary<string, PlacePage> All(string language) => new Dictionary<string, PlacePage>(StringComparer.Ordinal)
    {
        ["on-call"] = OnCallPage.Of(
            BoardSamples.FrameOf(language, "place-on-call"),
            [
                new ShownRotation(
                    SampleAgreement.Book.Agreements[0].Versions[^1], SampleRota.Contact,
                    SampleRota.Contact.Rotation!.ShiftsBetween(Now, Now + Duration.FromDays(28), SampleRota.Zone),
                    "https://sla.example.com/api/calendars/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzYW1wbGUifQ.c2lnbmF0dXJl.ics", _ => "1"),
            ],
            [SampleDesk.Anna, SampleAgreement.Lead], "#", Now, notice: null),
        ["month"] = MonthPage.Of(
            BoardSamples.FrameOf(language, "place-month"),
            [.. ReportSamples.All(language).Where(sample => sample.Name == "running").Select(sample => sample.Page.Report)],
            _ => new ReportAddresses { File = extension => $"#{extension}", Figure = _ => "#" }, _ => "#"),
        ["name"] = NamePage.Of(BoardSamples.FrameOf(language, "place-name"), "#", [], [SampleDesk.Anna, SampleAgreement.Lead], wrong: null),
    };
}
