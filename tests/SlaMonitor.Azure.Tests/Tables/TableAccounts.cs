using System.Runtime.CompilerServices;
using SlaMonitor.StoreContracts.Emulator;

namespace SlaMonitor.Azure.Tests.Tables;

/// <summary>Stores in accounts of their own, and the way back from a store to its account.</summary>
/// <param name="azurite">The emulator.</param>
/// <param name="open">Opens the store of an account.</param>
internal sealed class TableAccounts<TStore>(AzuriteFixture azurite, Func<TableAccount, TStore> open)
    where TStore : class
{
    private readonly ConditionalWeakTable<TStore, TableAccount> _accounts = [];

    /// <summary>A store in a new account.</summary>
    public async Task<TStore> CreateAsync()
    {
        var account = await TableAccount.NewAsync(azurite);
        var store = open(account);
        _accounts.Add(store, account);
        return store;
    }

    /// <summary>The same store as another process sees it.</summary>
    public Task<TStore> ReopenAsync(TStore store) =>
        Task.FromResult(_accounts.TryGetValue(store, out var account) ? open(account) : throw new KeyNotFoundException());
}
