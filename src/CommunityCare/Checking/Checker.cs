namespace CommunityCare.Checking;

public static class Checker
{
    public static int Run(string seedDataPath, bool fix, TextWriter output) => 0;
}
