using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring.Health.Daily;
using SlaMonitor.Monitoring.Health.Watching;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Health;

/// <summary>The contacts of an agreement hear of its own dates, each once. It is 2 March 2026, a Monday.</summary>
public sealed class AgreementDateMailTests : IDisposable
{
    private const string Agreement = """
        agreement: support
        title: Support of the office
        term: { from: 2026-01-01, to: 2026-04-30, renews: yearly, noticeDays: 30 }
        timeZone: Europe/Berlin
        calendars: { office: { week: { mon-fri: "09:00-18:00" } } }
        targets: [{ id: response, metric: firstResponse, within: 1h, calendar: office }]
        contacts:
          lead: { email: lead@example.com }
          wang: { email: wang@example.com, language: zh-CN }
        dates: { tell: [lead, wang], noticeEnds: 30d }
        """;

    private readonly EditedAgreements _agreements = new();
    private readonly Workplace _place;

    public AgreementDateMailTests()
    {
        _agreements.Replace(Agreement);
        _place = new Workplace(configure: services => services.AddSingleton<IAgreementSource>(_agreements));
    }

    [Fact]
    public async Task Evaluate_NoticeIsDueSoon_TellsEachContactInTheirLanguage_WithWhatToDo()
    {
        var mails = (await EvaluateAsync()).OrderBy(mail => mail.To, StringComparer.Ordinal).ToList();

        Assert.Equal(["lead@example.com", "wang@example.com"], mails.Select(mail => mail.To));
        Assert.Equal("[SLA] Support of the office: notice can be given until 2026-03-31", mails[0].Subject);
        Assert.StartsWith(
            """
            The agreement 'Support of the office' (support) renews unless somebody gives notice. 2026-03-31 is the last day for that.

            If notice is given, write its day into the agreement's file, as term: noticeGivenOn. If it is to go on, there is nothing to do.

            """.ReplaceLineEndings("\n"),
            mails[0].Text,
            StringComparison.Ordinal);
        Assert.Equal("[SLA] Support of the office：终止通知最迟须在 2026-03-31 发出", mails[1].Subject);
        Assert.Contains("lang=\"zh-CN\"", mails[1].Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_Again_TellsNothing_NorAfterARestart()
    {
        Assert.Equal(2, (await EvaluateAsync()).Count);
        Advance(Duration.FromDays(1));
        Assert.Empty(await EvaluateAsync());

        var restarted = _place.Make<AgreementDateMails>();
        await restarted.OrderAsync(default);
        var before = _place.Mailer.Mails.Count;
        await _place.NotifyAllAsync();
        Assert.Equal(before, _place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task Evaluate_TheDateIsMoved_TellsAnew()
    {
        await EvaluateAsync();
        _agreements.Replace(Agreement.Replace("noticeDays: 30", "noticeDays: 31", StringComparison.Ordinal));

        Assert.All(
            await EvaluateAsync(),
            mail => Assert.Contains("2026-03-30", mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Evaluate_NoticeWasGiven_TellsTheEndInstead()
    {
        _agreements.Replace(
            Agreement.Replace("noticeDays: 30", "noticeDays: 30, noticeGivenOn: 2026-02-01", StringComparison.Ordinal)
                .Replace("noticeEnds: 30d", "termEnds: 60d", StringComparison.Ordinal));

        Assert.Equal(
            ["[SLA] Support of the office: ends on 2026-04-30", "[SLA] Support of the office：2026-04-30 到期"],
            (await EvaluateAsync()).Select(mail => mail.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Evaluate_AgreementThatNamesNobody_TellsNobody()
    {
        _agreements.Replace(
            Agreement[..Agreement.IndexOf("dates:", StringComparison.Ordinal)]);

        Assert.Empty(await EvaluateAsync());
    }

    public void Dispose() => _place.Dispose();

    private void Advance(Duration by) => _place.Clock.Advance(by);

    private async Task<IReadOnlyList<Mail>> EvaluateAsync()
    {
        var before = _place.Mailer.Mails.Count;
        await _place.Get<WatchedEvaluation>().EvaluateAsync(default);
        await _place.NotifyAllAsync();
        return [.. _place.Mailer.Mails.Skip(before)];
    }
}
