using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Health.SelfTest;
using SlaMonitor.Monitoring.Health.Settings;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Tests.Harness;

namespace SlaMonitor.Monitoring.Tests.Health;

public sealed class TestMailTests : IDisposable
{
    private readonly HealthOptions _options = new() { OperatorEmail = "ops@example.com", TestMailAtStart = true };
    private readonly Workplace _place;

    public TestMailTests() => _place = new Workplace(configure: services => services.AddSingleton(Options.Create(_options)));

    [Theory]
    [InlineData("en", "[SLA] Test: mails arrive", "This is a test. The SLA monitor can send mails, and they reach you.")]
    [InlineData("zh-CN", "[SLA] 测试：邮件可以送达", "这是一封测试邮件。")]
    public async Task Send_TellsTheOperator_InTheOperatorsLanguage(string language, string subject, string text)
    {
        _options.OperatorLanguage = language;

        Assert.IsType<SendOutcome.Accepted>(await SendAsync());
        var mail = Assert.Single(_place.Mailer.Mails);
        Assert.Equal(("ops@example.com", subject), (mail.To, mail.Subject));
        Assert.StartsWith(text, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"<p>{text}", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Twice_AreTwoMails()
    {
        await SendAsync();
        _place.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync();

        Assert.Equal(2, _place.Mailer.Mails.Select(mail => mail.NotificationId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Send_ThatIsNotTaken_ClosesTheWayOut_AndOneThatIsOpensItAtOnce()
    {
        _place.Mailer.Script.Enqueue(new SendOutcome.Unavailable("535 wrong password"));

        Assert.Equal("535 wrong password", TestMails.Reason(await SendAsync()));
        Assert.Equal("535 wrong password", _place.Get<MailWayOut>().Closure?.Reason);

        await SendAsync();
        Assert.Null(_place.Get<MailWayOut>().Closure);
    }

    [Fact]
    public async Task Send_WithoutAKeyForMails_SaysSo_AndOffersNothing()
    {
        _place.Mailer.Obstacle = "The key is missing.";

        Assert.Equal("The key is missing.", TestMails.Reason(await SendAsync()));
        Assert.Empty(_place.Mailer.Mails);
    }

    [Fact]
    public async Task Start_SendsOneInAnHour_HoweverOftenItStarts()
    {
        await StartAsync();
        _place.Time.Advance(TimeSpan.FromMinutes(59));
        await StartAsync();
        Assert.Single(_place.Mailer.Mails);

        _place.Time.Advance(TimeSpan.FromMinutes(1));
        await StartAsync();
        Assert.Equal(2, _place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task Start_AfterTheClockWasSetBack_SendsOne()
    {
        await StartAsync();
        _place.Time.Set(TimeSpan.FromHours(-1));
        await StartAsync();

        Assert.Equal(2, _place.Mailer.Mails.Count);
    }

    [Fact]
    public async Task Start_WhereItIsNotSet_SendsNone()
    {
        _options.TestMailAtStart = false;
        await StartAsync();

        Assert.Empty(_place.Mailer.Mails);
    }

    public void Dispose() => _place.Dispose();

    private Task<SendOutcome> SendAsync() => _place.Get<TestMails>().SendAsync(default);

    private Task StartAsync() => _place.Get<TestMails>().SendAtStartAsync(default);
}
