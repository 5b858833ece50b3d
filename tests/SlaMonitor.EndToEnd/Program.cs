using SlaMonitor.EndToEnd.Crash;
using SlaMonitor.EndToEnd.Fuzz;
using SlaMonitor.EndToEnd.Stored;

// dotnet run --project tests/SlaMonitor.EndToEnd -- …
switch (args)
{
    // … write-stored FOLDER: what FOLDER/README.md says.
    case ["write-stored", var folder]:
        await Recipe.WriteAsync(folder);
        return 0;

    // … crash SETUP KILLS SEED: what docs/reliability.md says.
    case ["crash", var setup, var kills, var seed]:
        return await CrashCommand.RunAsync(setup, kills, seed);

    // … fuzz COUNT SEED: the same page.
    case ["fuzz", var count, var seed]:
        return await FuzzCommand.RunAsync(count, seed);

    // … fuzz 1 SEED INDEX: one input of those again.
    case ["fuzz", var count, var seed, var first]:
        return await FuzzCommand.RunAsync(count, seed, first);

    default:
        await Console.Error.WriteLineAsync(
            "error: write-stored and a folder are needed, as in: write-stored tests/data/stored/v0.1; "
            + "or crash sqlite 100 1; or fuzz 1000000 1");
        return 2;
}
