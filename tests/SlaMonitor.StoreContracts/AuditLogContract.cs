using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts;

/// <summary>What every <see cref="IAuditLog"/> promises.</summary>
public abstract class AuditLogContract
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>A log without any entry.</summary>
    protected abstract Task<IAuditLog> CreateLogAsync();

    /// <summary>The same log as another process sees it.</summary>
    protected abstract Task<IAuditLog> ReopenAsync(IAuditLog log);

    [Fact]
    public async Task ReadAsync_NothingDone_IsEmpty()
    {
        var page = await (await CreateLogAsync()).ReadAsync(after: null, 10, default);

        Assert.Empty(page.Kept);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task ReadAsync_PageByPage_HasEachDeedOnce_TheLastOneFirst()
    {
        var log = await CreateLogAsync();
        var deeds = Enumerable.Range(0, 7).Select(n => Entry(Nine + Duration.FromMinutes(n), $"HD-{n} ~/é 工单 🧨")).ToList();
        foreach (var n in new[] { 3, 0, 6, 1, 5, 2, 4 }) await log.AddAsync(deeds[n], default);

        var other = await ReopenAsync(log);
        var read = await Pages.AllAsync(after => other.ReadAsync(after, 2, default));

        Assert.Equal(Enumerable.Reverse(deeds), read);
    }

    [Fact]
    public async Task AddAsync_TheSameDeedAgain_StaysOne_AndOthersAtTheSameMomentAreTheirOwn()
    {
        var log = await CreateLogAsync();
        await log.AddAsync(Entry(Nine, "HD-1"), default);
        await log.AddAsync(Entry(Nine, "HD-1"), default);
        await log.AddAsync(Entry(Nine, "HD-2"), default);

        Assert.Equal(2, (await log.ReadAsync(after: null, 10, default)).Kept.Count);
    }

    [Fact]
    public async Task RewordAsync_ChangesItsWords_AndAddsNone()
    {
        var log = await CreateLogAsync();
        var entry = Entry(Nine, "HD-1");
        await log.AddAsync(entry, default);
        var reworded = entry with { By = "person-1", Subject = "HD-1 of person-1", Detail = null };

        await log.RewordAsync(reworded, default);
        await log.RewordAsync(Entry(Nine, "never added"), default);

        Assert.Equal(reworded, Assert.Single((await log.ReadAsync(after: null, 10, default)).Kept));
    }

    [Theory]
    [InlineData(1_025)]
    [InlineData(100_000)]
    public async Task AddAsync_LongTexts_AreCut_AndNeverWithinACharacter(int length)
    {
        var log = await CreateLogAsync();
        var text = string.Concat(Enumerable.Repeat("🧨", length));
        await log.AddAsync(AuditEntries.New(Nine, text, AuditDeed.PromiseTaken, "x" + text, "a\0b"), default);

        var read = Assert.Single((await log.ReadAsync(after: null, 10, default)).Kept);

        Assert.All([read.By, read.Subject], part =>
        {
            Assert.InRange(part.Length, AuditEntry.LongestText - 1, AuditEntry.LongestText);
            Assert.EndsWith("🧨…", part, StringComparison.Ordinal);
        });
        Assert.Equal("ab", read.Detail);
    }

    private static AuditEntry Entry(Instant at, string subject) =>
        AuditEntries.New(at, "anna@example.com", AuditDeed.PromiseTaken, subject, "response");
}
