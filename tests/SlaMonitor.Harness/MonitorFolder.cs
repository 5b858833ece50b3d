using MimeKit;

namespace SlaMonitor.Harness;

/// <summary>An empty folder that the program works in, gone when the test is over.</summary>
public sealed class MonitorFolder : IDisposable
{
    private readonly string _mail;

    public MonitorFolder()
    {
        Folder = Directory.CreateTempSubdirectory("sla-monitor-").FullName;
        _mail = Path.Combine(Folder, "data", "mail");
    }

    public string Folder { get; }

    /// <summary>Settings that the program is given by environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Lets the program read this agreement and no other.</summary>
    public MonitorFolder WithAgreement(string file)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "agreements"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "agreements", file), Path.Combine(folder.FullName, file));
        Settings["Agreements__Folder"] = folder.FullName;
        return this;
    }

    /// <summary>Lets the program keep tickets and notifications in Table storage. Two shards: each evaluation asks each of them.</summary>
    public MonitorFolder WithTables(string connection)
    {
        Settings["Storage__Provider"] = "tables";
        Settings["AzureWebJobsStorage"] = connection;
        Settings["Tables__Shards"] = "2";
        return this;
    }

    /// <summary>The names of the mails in the mail folder.</summary>
    public IReadOnlyList<string> MailFiles() =>
        Directory.Exists(_mail) ? [.. Directory.EnumerateFiles(_mail, "*.eml").Order(StringComparer.Ordinal)] : [];

    /// <summary>The mails in the mail folder, as any mail program would read them.</summary>
    public IReadOnlyList<MimeMessage> Mails() => [.. MailFiles().Select(file => MimeMessage.Load(file))];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
