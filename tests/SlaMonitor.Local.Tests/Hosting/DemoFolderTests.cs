using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting;

public sealed class DemoFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Empty_FolderOfADemo_LeavesNothingOfIt()
    {
        using (var first = new DataFolder(_folder.Path)) DemoFolder.Empty(first);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "mail"));
        File.WriteAllText(Path.Combine(_folder.Path, "mail", "1.eml"), "a mail");
        File.WriteAllText(Path.Combine(_folder.Path, "monitor.db"), "tickets");

        using var folder = new DataFolder(_folder.Path);
        DemoFolder.Empty(folder);

        Assert.Equal(
            ["demo.txt", "host.lock"],
            Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Empty_FolderOfSomethingElse_IsRefused_AndKeepsIt()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "monitor.db"), "tickets");
        using var folder = new DataFolder(_folder.Path);

        var refusal = Assert.Throws<LocalHostException>(() => DemoFolder.Empty(folder));

        Assert.Contains("holds what is not of a demo", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("tickets", File.ReadAllText(Path.Combine(_folder.Path, "monitor.db")));
    }
}
