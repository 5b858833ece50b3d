using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.StoreContracts;

/// <summary>What every <see cref="IMonitorNotes"/> promises.</summary>
public abstract partial class MonitorNoteContract
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Notes without any.</summary>
    protected abstract Task<IMonitorNotes> CreateNotesAsync();

    /// <summary>The same notes as another process sees them.</summary>
    protected abstract Task<IMonitorNotes> ReopenAsync(IMonitorNotes notes);

    [Fact]
    public async Task FindAsync_UnknownName_IsNull() => Assert.Null(await (await CreateNotesAsync()).FindAsync("mails", default));

    [Theory]
    [InlineData("evaluation", "{}")]
    [InlineData("sent to ~a/1#?\\ é 邮件", """{"text":"工单 🧨"}""")]
    public async Task FindAsync_KeptNote_IsSeenByAnotherProcess(string name, string text)
    {
        var notes = await CreateNotesAsync();
        await notes.KeepAsync(new MonitorNote("another", "other", Nine), default);
        await notes.KeepAsync(new MonitorNote(name, text, Nine), default);

        Assert.Equal(new MonitorNote(name, text, Nine), await (await ReopenAsync(notes)).FindAsync(name, default));
    }

    [Fact]
    public async Task KeepAsync_Again_IsTheLastOne()
    {
        var notes = await CreateNotesAsync();
        await notes.KeepAsync(new MonitorNote("mails", "first", Nine), default);
        var last = new MonitorNote("mails", "second", Nine + Duration.FromHours(1));
        await notes.KeepAsync(last, default);

        Assert.Equal(last, await notes.FindAsync("mails", default));
    }

    [Fact]
    public async Task KeepAsync_LongestText_IsKept_AndALongerOneRefused()
    {
        var notes = await CreateNotesAsync();
        var longest = new MonitorNote("mails", new string('单', MonitorNote.LongestText), Nine);
        await notes.KeepAsync(longest, default);

        Assert.Equal(longest, await notes.FindAsync("mails", default));
        await Assert.ThrowsAsync<ArgumentException>(() => notes.KeepAsync(longest with { Text = longest.Text + "x" }, default));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => notes.KeepAsync(longest with { Name = "" }, default));
    }

    [Fact]
    public async Task ReadAllAsync_PageByPage_HasEachNoteOnce_AndNoneThatWasDropped()
    {
        var notes = await CreateNotesAsync();
        var all = Enumerable.Range(0, 7).Select(n => new MonitorNote($"note {n} ~/é", $"{n}", Nine)).ToList();
        foreach (var note in all) await notes.KeepAsync(note, default);
        await notes.DropAsync(all[3].Name, default);
        await notes.DropAsync("never kept", default);

        var read = await Pages.AllAsync(after => notes.ReadAsync(prefix: "", after, 2, default));

        Assert.Equal(all.Where(note => note != all[3]), read.OrderBy(note => note.Text, StringComparer.Ordinal));
        Assert.Null(await notes.FindAsync(all[3].Name, default));
    }

    [Theory]
    [InlineData("shift ", "shift a", "shift ~/é", "shift 邮件")]
    [InlineData("shift", "shift", "shift a", "shift ~/é", "shift 邮件", "shifts", "shift\U0010FFFF")]
    [InlineData("Shift ", "Shift a")]
    [InlineData("none")]
    public async Task ReadAsync_APrefix_HasTheNotesThatBeginWithIt_PageByPage_AndNoOther(string prefix, params string[] expected)
    {
        var notes = await CreateNotesAsync();
        string[] names =
            ["a", "shif", "shift", "shift a", "shift ~/é", "shift 邮件", "shift\U0010FFFF", "shifts", "shiga", "Shift a", "z"];
        foreach (var name in names) await notes.KeepAsync(new MonitorNote(name, name, Nine), default);

        var read = await Pages.AllAsync(after => notes.ReadAsync(prefix, after, 2, default));

        Assert.Equal(expected.Order(StringComparer.Ordinal), read.Select(note => note.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AddAsync_ManyAtOnce_OneStaysAndAllAreToldWhich()
    {
        var notes = await CreateNotesAsync();
        var other = await ReopenAsync(notes);

        var there = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            () => (n % 2 == 0 ? notes : other).AddAsync(new MonitorNote("secret", $"{n}", Nine), default))));

        Assert.Single(there.Distinct());
        Assert.Equal(there[0], await notes.FindAsync("secret", default));
    }
}
