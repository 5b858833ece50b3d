using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts;

/// <summary>What every <see cref="IMailManifests"/> promises.</summary>
public abstract class MailManifestContract
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>A register without any mails.</summary>
    protected abstract Task<IMailManifests> CreateManifestsAsync();

    /// <summary>The same mails through a register that shares no memory with the first.</summary>
    protected abstract Task<IMailManifests> ReopenAsync(IMailManifests manifests);

    [Fact]
    public async Task FindAsync_UnknownMail_IsNull() =>
        Assert.Null(await (await CreateManifestsAsync()).FindAsync("m-1", CancellationToken.None));

    [Theory]
    [InlineData("m-1", "{}")]
    [InlineData("m/1#?\\ é 邮件", "")]
    [InlineData("m-1", "工单 \"\n\u0001 🧨")]
    public async Task FindAsync_KeptMail_ComesBackWholeFromAReopenedRegister(string id, string body)
    {
        var manifests = await CreateManifestsAsync();
        await manifests.KeepAsync(new MailManifest("another", "other", Nine), CancellationToken.None);
        await manifests.KeepAsync(new MailManifest(id, body, Nine), CancellationToken.None);

        Assert.Equal(new MailManifest(id, body, Nine), await (await ReopenAsync(manifests)).FindAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task KeepAsync_Again_IsKeptAsOne()
    {
        var manifests = await CreateManifestsAsync();
        await manifests.KeepAsync(new MailManifest("m-1", "first", Nine), CancellationToken.None);
        await manifests.KeepAsync(new MailManifest("m-1", "second", Nine + Duration.FromHours(1)), CancellationToken.None);

        Assert.Equal(
            new MailManifest("m-1", "second", Nine + Duration.FromHours(1)),
            await manifests.FindAsync("m-1", CancellationToken.None));
    }

    [Theory]
    [InlineData('x', 1)]
    [InlineData('单', 3)] // three bytes each
    public async Task KeepAsync_LongestBody_IsKept_AndALongerOneRefused(char letter, int bytes)
    {
        var manifests = await CreateManifestsAsync();
        var longest = new string(letter, MailManifest.LongestBody / bytes);
        await manifests.KeepAsync(new MailManifest("m-1", longest, Nine), CancellationToken.None);

        Assert.Equal(longest, (await manifests.FindAsync("m-1", CancellationToken.None))!.Body);
        await Assert.ThrowsAsync<ArgumentException>(
            () => manifests.KeepAsync(new MailManifest("m-2", longest + letter, Nine), CancellationToken.None));
    }

    [Fact]
    public async Task KeepAsync_IdThatNoStoreCanHold_IsRefused()
    {
        var manifests = await CreateManifestsAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => manifests.KeepAsync(new MailManifest("", "{}", Nine), CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => manifests.FindAsync("a\0b", CancellationToken.None));
    }

    [Fact]
    public async Task ReadAllAsync_PageByPage_HasEachMailOnce_AndNoneThatWasDropped()
    {
        var manifests = await CreateManifestsAsync();
        var all = Enumerable.Range(0, 7)
            .Select(n => new MailManifest($"m {n} ~/é", new string('x', n * 20_000), Nine + Duration.FromHours(n))).ToList();
        foreach (var mail in all) await manifests.KeepAsync(mail, default);
        await manifests.DropAsync(all[3].MailId, default);
        await manifests.DropAsync("never kept", default);

        var read = await Pages.AllAsync(after => manifests.ReadAllAsync(keptBefore: null, after, 2, default));
        var old = await Pages.AllAsync(after => manifests.ReadAllAsync(Nine + Duration.FromHours(2), after, 1, default));

        Assert.Equal(all.Where(mail => mail != all[3]), read.OrderBy(mail => mail.KeptAt));
        Assert.Equal(all.Take(2), old.OrderBy(mail => mail.KeptAt));
    }
}
