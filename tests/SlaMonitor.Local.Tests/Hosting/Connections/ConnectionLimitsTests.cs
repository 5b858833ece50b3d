using SlaMonitor.Local.Hosting.Connections;
using SlaMonitor.Local.Hosting.Settings;

namespace SlaMonitor.Local.Tests.Hosting.Connections;

public sealed class ConnectionLimitsTests
{
    [Theory]
    [InlineData(null, 1024, 512)] // a reserve for everything else
    [InlineData(5000, 1024, 512)]
    [InlineData(null, 1_048_576, 10_000)]
    [InlineData(null, null, 10_000)]
    [InlineData(50, 1024, 50)]
    public void Of_WhatTheProcessMayOpen_LeavesAReserve(int? wanted, int? openFiles, int connections) =>
        Assert.Equal(connections, ConnectionLimits.Of(wanted, openFiles).Connections);

    [Fact]
    public void Of_TheProcessMayOpenTooFew_IsRefused() => Assert.StartsWith(
        "error: this process may have 300 files open, and needs 576: raise the limit",
        Assert.Throws<LocalHostException>(() => ConnectionLimits.Of(null, 300)).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_SaysWhatHolds() => Assert.Equal(
        "512 connections (1024 files may be open); 90 s idle, 15 s for headers, bodies at 1024 bytes/s or more",
        ConnectionLimits.Of(null, 1024).ToString());

    [Theory]
    [InlineData("Max open files            1024                 524288               files     ", 1024)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             1024                 524288               processes ", null)]
    public void Parse_TableOfLinux_ReadsTheSoftLimit(string line, int? limit) =>
        Assert.Equal(limit, OpenFileLimit.Parse(["Limit                     Soft Limit           Hard Limit           Units     ", line]));
}
