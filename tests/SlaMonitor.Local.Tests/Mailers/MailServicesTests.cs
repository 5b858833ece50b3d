using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SlaMonitor.Local.Mailers;
using SlaMonitor.Local.Storage;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Samples;

namespace SlaMonitor.Local.Tests.Mailers;

public sealed class MailServicesTests
{
    [Fact]
    public void AddLocalMail_NothingConfigured_FilesMails()
    {
        using var services = Build();

        Assert.IsType<MailFolder>(services.GetRequiredService<IMailer>());
    }

    [Fact]
    public void AddLocalMail_SmtpHost_SendsMails()
    {
        using var services = Build(("Mail:From", "sla@example.com"), ("Mail:Smtp:Host", "smtp.example.com"));

        Assert.IsType<SmtpMailer>(services.GetRequiredService<IMailer>());
    }

    [Fact]
    public async Task AddLocalMail_FolderConfigured_FilesThere()
    {
        var folder = Directory.CreateTempSubdirectory("sla-mail-");
        try
        {
            using var services = Build(("Mail:Folder", folder.FullName));

            await services.GetRequiredService<IMailer>().SendAsync(SampleMail.Plain, CancellationToken.None);

            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("nothing.pem", null, "nothing.pem")]
    [InlineData("empty.pem", "no certificate", "has none.")]
    [InlineData("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "must be a PEM file with certificates")]
    public void AddLocalMail_AuthoritiesThatCannotBeRead_SaysSoAtStart(string name, string? content, string says)
    {
        var folder = Directory.CreateTempSubdirectory("sla-authorities-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            if (content is not null) File.WriteAllText(file, content);
            using var services = Build(
                ("Mail:From", "sla@example.com"), ("Mail:Smtp:Host", "smtp.example.com"), ("Mail:Smtp:Authorities", file));

            var e = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

            Assert.Contains("Mail:Smtp:Authorities must be a PEM file", e.Message, StringComparison.Ordinal);
            Assert.Contains(says, e.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void AddLocalMail_EverythingWrong_SaysAllOfItAtStart()
    {
        using var services = Build(
            ("Mail:From", "nobody"),
            ("Mail:FromName", ""),
            ("Mail:Smtp:Host", "smtp.example.com"),
            ("Mail:Smtp:Port", "0"),
            ("Mail:Smtp:Tls", "7"),
            ("Mail:Smtp:UserName", "ann"),
            ("Mail:Smtp:Timeout", "00:00:00"));

        var e = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            "FromName: Mail:FromName must not be empty.; "
            + "Port: The field MailOptions.Smtp.Port must be between 1 and 65535.; "
            + "Tls: Mail:Smtp:Tls must be StartTls, Implicit or None.; "
            + "Timeout: The field MailOptions.Smtp.Timeout must be between 00:00:01 and 00:10:00.; "
            + "UserName: Mail:Smtp:UserName and Mail:Smtp:Password must be set together, or neither.; "
            + "From: Mail:From must be an address such as sla@example.com, not 'nobody'.",
            e.Message);
    }

    [Theory]
    [InlineData("smtp.example.com", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    public void AddLocalMail_PasswordInTheClear_OnlyOnThisMachine(string host, bool allowed)
    {
        using var services = Build(
            ("Mail:From", "sla@example.com"),
            ("Mail:Smtp:Host", host),
            ("Mail:Smtp:Tls", "None"),
            ("Mail:Smtp:UserName", "ann"),
            ("Mail:Smtp:Password", "secret"));

        var e = Record.Exception(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(allowed, e is null);
    }

    [Fact]
    public void AddLocalMail_SmtpWithoutSender_IsRefused()
    {
        using var services = Build(("Mail:Smtp:Host", "smtp.example.com"));

        var e = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(
            "From: Mail:From must be set where Mail:Smtp:Host is: the server will not take mail from sla-monitor@localhost.", e.Message);
    }

    [Fact]
    public async Task AddLocalStorage_BothStores_ShareOneFile()
    {
        var folder = Directory.CreateTempSubdirectory("sla-data-");
        try
        {
            await using (var services = new ServiceCollection()
                .AddLogging()
                .AddLocalStorage(_ => Path.Combine(folder.FullName, "new"))
                .BuildServiceProvider())
            {
                Assert.Null(await services.GetRequiredService<ITicketStore>().LoadAsync("T-1", CancellationToken.None));
                Assert.Empty(await services.GetRequiredService<INotificationLedger>().ListAsync("T-1", CancellationToken.None));
                Assert.Single(folder.GetFiles("*.db", SearchOption.AllDirectories), file => file.Name is "monitor.db");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddLocalMail(configuration, mailFolder: _ => "never-written")
            .BuildServiceProvider();
    }
}
