using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd;

/// <summary>
/// Started by systemd (a process of that name), the program says when it is ready and when it begins to stop, so that a unit of
/// <c>Type=notify</c> counts as started when it answers and not before.
/// </summary>
public sealed class SystemdTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What a service manager does: it starts a program, hands a signal on, and waits.</summary>
    private const string Manager = """
        #!/bin/bash
        "$@" &
        child=$!
        trap 'kill -TERM $child' TERM
        wait $child
        wait $child
        """;

    [ShellFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Program_UnderSystemd_SaysWhenItIsReadyAndWhenItStops()
    {
        using var place = new MonitorFolder();
        var manager = Path.Combine(place.Folder, "systemd");
        await File.WriteAllTextAsync(manager, Manager);
        File.SetUnixFileMode(manager, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = Path.Combine(place.Folder, "notices");
        using var notices = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        notices.Bind(new UnixDomainSocketEndPoint(path));
        var start = new ProcessStartInfo(manager)
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["NOTIFY_SOCKET"] = path;
        foreach (var argument in (string[])["dotnet", Path.Combine(AppContext.BaseDirectory, "SlaMonitor.Functions.dll"), "--port", "0"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        try
        {
            Assert.Equal("READY=1", await NextAsync(notices));
            using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"])) await signal.WaitForExitAsync();
            Assert.Equal("STOPPING=1", await NextAsync(notices));

            await process.WaitForExitAsync().WaitAsync(Patience);
            Assert.Equal(0, process.ExitCode);
            Assert.Contains("Listening. Ctrl+C stops.", await said, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> NextAsync(Socket notices)
    {
        var buffer = new byte[512];
        var length = await notices.ReceiveAsync(buffer).WaitAsync(Patience);
        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd();
    }
}
