using SlaMonitor.EndToEnd.Stored;

// dotnet run --project tests/SlaMonitor.EndToEnd -- write-stored FOLDER: what FOLDER/README.md says.
if (args is not ["write-stored", var folder])
{
    await Console.Error.WriteLineAsync("error: write-stored and a folder are needed, as in: write-stored tests/data/stored/v0.1");
    return 2;
}

await Recipe.WriteAsync(folder);
return 0;
